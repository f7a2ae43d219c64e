/** Describes the differences between databases by narrow facets. */
@NullMarked
package dev.autogen.dialect;

import org.jspecify.annotations.NullMarked;
