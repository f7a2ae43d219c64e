/** Revisions, their graph and the symbols that name them. */
@NullMarked
package dev.autogen.history;

import org.jspecify.annotations.NullMarked;
