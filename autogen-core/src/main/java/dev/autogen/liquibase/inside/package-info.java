/** The classes that link against the project's Liquibase; they are defined in its class loader. */
@NullMarked
package dev.autogen.liquibase.inside;

import org.jspecify.annotations.NullMarked;
