/** The vocabulary: immutable records that describe a database schema and know no dialect. */
@NullMarked
package dev.autogen.schema;

import org.jspecify.annotations.NullMarked;
