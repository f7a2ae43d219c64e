/** PostgreSQL: the catalog reader, type rules, SQL and lock. */
@NullMarked
package dev.autogen.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
