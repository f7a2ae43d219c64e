/** Migrations as Java source. */
@NullMarked
package dev.autogen.render.java;

import org.jspecify.annotations.NullMarked;
