package dev.autogen.authoring;

import java.nio.file.Path;

/**
 * The part of a file that holds a migration for another tool.
 *
 * @param text the part, or the whole file
 * @param first the line on which the part begins
 * @param isSql whether the part is SQL
 */
record SqlSource(Path file, String text, int first, boolean isSql) {}
