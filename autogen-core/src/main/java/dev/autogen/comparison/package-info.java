/** Compares the entities of a project with its database. */
@NullMarked
package dev.autogen.comparison;

import org.jspecify.annotations.NullMarked;
