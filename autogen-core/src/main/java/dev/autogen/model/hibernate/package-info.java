/**
 * The part of the model that links against Hibernate. It is defined in the project's class loader,
 * beside the project's own Hibernate; nothing but types of the JDK crosses from here.
 *
 * <p>It is compiled against Hibernate 7 and keeps to what 6.6 has too: {@code
 * Table.getForeignKeys()} rather than {@code getForeignKeyCollection()}, {@code getSettings()}
 * rather than {@code clearSettings()}, whose return type differs.
 */
@NullMarked
package dev.autogen.model.hibernate;

import org.jspecify.annotations.NullMarked;
