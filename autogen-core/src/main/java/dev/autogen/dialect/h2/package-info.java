/** H2 2.x: its catalog, its types, its SQL. Section numbers are those of the H2 manual's pages. */
@NullMarked
package dev.autogen.dialect.h2;

import org.jspecify.annotations.NullMarked;
