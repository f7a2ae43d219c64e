/** What the author of a migration sees. */
@NullMarked
package dev.autogen.migration;

import org.jspecify.annotations.NullMarked;
