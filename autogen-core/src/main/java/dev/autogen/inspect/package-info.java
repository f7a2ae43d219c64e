/** The interface that reads a live database, and the records that it returns. */
@NullMarked
package dev.autogen.inspect;

import org.jspecify.annotations.NullMarked;
