/** What differs between databases, as narrow facets. */
@NullMarked
package dev.autogen.dialect;

import org.jspecify.annotations.NullMarked;
