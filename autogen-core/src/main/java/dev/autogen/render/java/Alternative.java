package dev.autogen.render.java;

import dev.autogen.operation.Operation;

/**
 * An operation that an author may mean instead of a drop and an addition; it is written as a
 * comment above the drop.
 *
 * @param dropped the operation of the upgrade that drops an object
 * @param added the operation of the upgrade that adds another
 * @param instead the operation in place of both
 */
public record Alternative(Operation dropped, Operation added, Operation instead) {}
