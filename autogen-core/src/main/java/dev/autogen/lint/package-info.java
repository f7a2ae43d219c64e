/**
 * Runs revisions on a throwaway database, measures what each statement locks, rewrites and scans,
 * and says what that means for those who use the database meanwhile.
 */
@NullMarked
package dev.autogen.lint;

import org.jspecify.annotations.NullMarked;
