/** How PostgreSQL's SQL is read and written. */
@NullMarked
package dev.autogen.dialect.postgresql.text;

import org.jspecify.annotations.NullMarked;
