/** Plans and executes migrations: the version table, the journal and the lock. */
@NullMarked
package dev.autogen.run;

import org.jspecify.annotations.NullMarked;
