/** SQLite 3.35 and later: its catalog of statements, its types, its SQL. */
@NullMarked
package dev.autogen.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
