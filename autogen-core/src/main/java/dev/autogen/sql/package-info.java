/**
 * SQL as text: split into tokens and statements, and written with names and literals. The package
 * knows no database; each describes its SQL by {@link dev.autogen.sql.TextRules}.
 */
@NullMarked
package dev.autogen.sql;

import org.jspecify.annotations.NullMarked;
