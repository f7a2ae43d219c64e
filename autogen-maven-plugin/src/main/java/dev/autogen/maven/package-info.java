/** The goals of the Maven plugin: each takes its project from Maven and calls the façade. */
@NullMarked
package dev.autogen.maven;

import org.jspecify.annotations.NullMarked;
