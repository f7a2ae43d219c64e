/** Throwaway databases, and the proof of migrations on them. */
@NullMarked
package dev.autogen.shadow;

import org.jspecify.annotations.NullMarked;
