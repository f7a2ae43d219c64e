/** Real commands on real projects and databases. */
@NullMarked
package dev.autogen.cli;

import org.jspecify.annotations.NullMarked;
