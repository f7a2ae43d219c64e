/** The changelog of a project that Liquibase runs, and its Liquibase. */
@NullMarked
package dev.autogen.liquibase;

import org.jspecify.annotations.NullMarked;
