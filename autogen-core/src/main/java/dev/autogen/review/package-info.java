/** What a reviewer of migrations needs to know, gathered in one report. */
@NullMarked
package dev.autogen.review;

import org.jspecify.annotations.NullMarked;
