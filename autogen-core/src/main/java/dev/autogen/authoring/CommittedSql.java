package dev.autogen.authoring;

import dev.autogen.shadow.OtherHistory;
import java.util.function.Supplier;

/**
 * A committed migration that another tool runs.
 *
 * @param id the migration as a revision
 * @param statements its statements and those that undo it, read when they are asked for
 * @param before what the migrations before it make of an empty database
 * @param with what they make together with it
 */
record CommittedSql(
    String id, Supplier<SqlMigration> statements, OtherHistory before, OtherHistory with) {}
