/**
 * Reads the compiled migrations of an application from the jar, war or folder that it runs from.
 */
@NullMarked
package dev.autogen.archive;

import org.jspecify.annotations.NullMarked;
