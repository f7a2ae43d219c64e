/** One record per kind of schema change, each with its inverse and its effect on a schema. */
@NullMarked
package dev.autogen.operation;

import org.jspecify.annotations.NullMarked;
