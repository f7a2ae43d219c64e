/** Goals over the project façade. */
@NullMarked
package dev.autogen.maven;

import org.jspecify.annotations.NullMarked;
