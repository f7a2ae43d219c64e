package dev.autogen.diff;

/**
 * An object that the database has and no entity names, and that the comparison leaves in place.
 *
 * @param kind its kind, such as {@code index}
 * @param name its name for messages
 * @param reason why it stays
 */
public record KeptObject(String kind, String name, String reason) {}
