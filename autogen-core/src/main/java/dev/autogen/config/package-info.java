/** Reads the settings of a project into one record. */
@NullMarked
package dev.autogen.config;

import org.jspecify.annotations.NullMarked;
