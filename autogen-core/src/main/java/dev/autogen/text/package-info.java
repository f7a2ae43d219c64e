/** Text written by others: matched, and made safe where it is shown or put into a comment. */
@NullMarked
package dev.autogen.text;

import org.jspecify.annotations.NullMarked;
