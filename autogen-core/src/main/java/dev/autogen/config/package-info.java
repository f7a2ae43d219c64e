/** Settings of a project as one record. */
@NullMarked
package dev.autogen.config;

import org.jspecify.annotations.NullMarked;
