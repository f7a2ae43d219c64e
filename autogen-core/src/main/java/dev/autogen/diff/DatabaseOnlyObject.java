package dev.autogen.diff;

import dev.autogen.operation.Operation;

/**
 * An object of the database that no model can describe, and that the settings say to drop.
 *
 * @param kind its kind, as the setting {@code database-only} names it
 * @param name its name for messages
 * @param drop the operation that drops it
 */
public record DatabaseOnlyObject(String kind, String name, Operation drop) {}
