/** Rows for tables of PostgreSQL: what the catalog asks of them, and values of every type. */
@NullMarked
package dev.autogen.dialect.postgresql.rows;

import org.jspecify.annotations.NullMarked;
