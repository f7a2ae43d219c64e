/** Compiles and loads migrations from their sources. */
@NullMarked
package dev.autogen.run.source;

import org.jspecify.annotations.NullMarked;
