/**
 * SQL as text: taken apart into tokens and statements, and written with names and literals. It
 * knows no database; each says in {@link dev.autogen.sql.TextRules} how its SQL reads.
 */
@NullMarked
package dev.autogen.sql;

import org.jspecify.annotations.NullMarked;
