package dev.autogen.diff;

/**
 * An object that the database has, no entity names, and the comparison leaves in place.
 *
 * @param kind what it is, such as {@code index}
 * @param name its name for messages
 * @param reason why it stays
 */
public record KeptObject(String kind, String name, String reason) {}
