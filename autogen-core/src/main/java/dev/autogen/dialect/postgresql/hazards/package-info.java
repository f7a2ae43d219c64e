/** PostgreSQL: what statements lock, rewrite and scan, and what that means for others. */
@NullMarked
package dev.autogen.dialect.postgresql.hazards;

import org.jspecify.annotations.NullMarked;
