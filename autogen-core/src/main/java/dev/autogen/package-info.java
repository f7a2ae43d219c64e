/** The façades that the command line, the Maven plugin and applications call. */
@NullMarked
package dev.autogen;

import org.jspecify.annotations.NullMarked;
