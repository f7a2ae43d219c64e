/**
 * From JDBC {@code DatabaseMetaData} to a {@link dev.autogen.schema.Schema}: the baseline of every
 * dialect.
 */
@NullMarked
package dev.autogen.inspect;

import org.jspecify.annotations.NullMarked;
