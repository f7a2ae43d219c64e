/**
 * Reads the DDL that Hibernate exports back into records of {@link dev.autogen.schema}.
 *
 * <p>What Hibernate writes is the truth about a mapping, so its statements are read rather than the
 * objects they were made from: that way a {@code columnDefinition}, an option or a dialect's own
 * clause means here what it means to the database, in every version of Hibernate.
 */
@NullMarked
package dev.autogen.model.exported;

import org.jspecify.annotations.NullMarked;
