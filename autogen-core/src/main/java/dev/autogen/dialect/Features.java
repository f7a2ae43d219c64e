package dev.autogen.dialect;

/**
 * What a kind of database can do.
 *
 * @param transactionalDdl whether statements that change the schema can run in a transaction; if
 *     not, the database commits before and after each of them
 */
public record Features(boolean transactionalDdl) {}
