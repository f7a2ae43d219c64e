/** A PostgreSQL server of autogen's own: unpacked, started and stopped as needed. */
@NullMarked
package dev.autogen.embedded;

import org.jspecify.annotations.NullMarked;
