package dev.autogen.render.java;

import dev.autogen.operation.Operation;

/**
 * What an author may mean instead of a drop and an addition; it stands as a comment at the place.
 *
 * @param dropped the operation of the upgrade that drops an object
 * @param added the operation of the upgrade that adds another
 * @param instead the operation in place of both
 */
public record Alternative(Operation dropped, Operation added, Operation instead) {}
