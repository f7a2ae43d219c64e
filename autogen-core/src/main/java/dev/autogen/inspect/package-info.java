/** What an inspector is asked about a live database, and what it answers. */
@NullMarked
package dev.autogen.inspect;

import org.jspecify.annotations.NullMarked;
