/** Reads XML of a project without reading anything else. */
@NullMarked
package dev.autogen.xml;

import org.jspecify.annotations.NullMarked;
