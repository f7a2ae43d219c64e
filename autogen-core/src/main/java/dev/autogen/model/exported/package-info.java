/**
 * Reads the DDL that Hibernate exports back into records of {@link dev.autogen.schema}.
 *
 * <p>Hibernate's statements are the truth about a mapping, so they are read instead of the objects
 * that they were made from. In this way a {@code columnDefinition}, an option or a clause of the
 * dialect means the same here as in the database, in every version of Hibernate.
 */
@NullMarked
package dev.autogen.model.exported;

import org.jspecify.annotations.NullMarked;
