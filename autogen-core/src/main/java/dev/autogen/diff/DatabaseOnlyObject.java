package dev.autogen.diff;

import dev.autogen.operation.Operation;

/**
 * An object of the database that no model can name, and that is to be dropped all the same.
 *
 * @param kind what it is, as {@code database-only} has it
 * @param name its name for messages
 * @param drop the operation that drops it
 */
public record DatabaseOnlyObject(String kind, String name, Operation drop) {}
