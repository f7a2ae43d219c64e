/**
 * The settings, the dialect, the migrations and the databases of a project. Each is opened once per
 * command.
 */
@NullMarked
package dev.autogen.workspace;

import org.jspecify.annotations.NullMarked;
