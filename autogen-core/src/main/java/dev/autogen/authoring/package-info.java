/** Writes and proves the files of a project: revisions, merges, squashes and baselines. */
@NullMarked
package dev.autogen.authoring;

import org.jspecify.annotations.NullMarked;
