/** Synthetic rows for a proof, and what a migration does to them. */
@NullMarked
package dev.autogen.rows;

import org.jspecify.annotations.NullMarked;
