/**
 * Turns entities into a {@link dev.autogen.schema.Schema} by the entity scan and Hibernate's boot
 * metadata.
 */
@NullMarked
package dev.autogen.model;

import org.jspecify.annotations.NullMarked;
