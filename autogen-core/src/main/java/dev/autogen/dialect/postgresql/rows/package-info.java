/** Rows for tables of PostgreSQL: the conditions that they must meet, and values of every type. */
@NullMarked
package dev.autogen.dialect.postgresql.rows;

import org.jspecify.annotations.NullMarked;
