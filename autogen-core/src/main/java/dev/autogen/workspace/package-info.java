/**
 * The settings, the dialect, the migrations and the databases of a project, each opened once per
 * command.
 */
@NullMarked
package dev.autogen.workspace;

import org.jspecify.annotations.NullMarked;
