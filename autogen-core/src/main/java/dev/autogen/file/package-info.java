/** Files that autogen writes and keeps: complete or not at all, and belonging to this user only. */
@NullMarked
package dev.autogen.file;

import org.jspecify.annotations.NullMarked;
