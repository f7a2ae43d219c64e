/** The comparison of two canonical schemas: operations in the order in which they run. */
@NullMarked
package dev.autogen.diff;

import org.jspecify.annotations.NullMarked;
