/** Files that autogen writes and keeps: whole or not at all, and of this user alone. */
@NullMarked
package dev.autogen.file;

import org.jspecify.annotations.NullMarked;
