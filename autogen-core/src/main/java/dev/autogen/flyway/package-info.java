/** Migrations that Flyway runs: its files, and its own code on the project's class path. */
@NullMarked
package dev.autogen.flyway;

import org.jspecify.annotations.NullMarked;
