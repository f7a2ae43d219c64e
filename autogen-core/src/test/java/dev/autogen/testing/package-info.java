/** Real databases for tests, in this module and, by its test jar, in the others. */
@NullMarked
package dev.autogen.testing;

import org.jspecify.annotations.NullMarked;
