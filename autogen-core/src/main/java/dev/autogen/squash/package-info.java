/** Writes one revision in place of several. */
@NullMarked
package dev.autogen.squash;

import org.jspecify.annotations.NullMarked;
