/** Text that others wrote: matched, and made harmless where it is shown or put into a comment. */
@NullMarked
package dev.autogen.text;

import org.jspecify.annotations.NullMarked;
