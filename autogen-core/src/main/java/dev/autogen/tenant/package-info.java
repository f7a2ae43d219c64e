/** Runs the same history in many schemas of one database. */
@NullMarked
package dev.autogen.tenant;

import org.jspecify.annotations.NullMarked;
