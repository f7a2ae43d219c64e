package dev.autogen.squash;

import dev.autogen.diff.SchemaScript;
import dev.autogen.history.RevisionScript;
import dev.autogen.migration.Migration;
import dev.autogen.operation.ChangedObject;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Schema;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a squash. Revisions that only build new tables are merged into the creation of the
 * resulting tables; there can be no rows in them yet. A revision that does anything else, to rows
 * or to an older table, is kept as its author wrote it.
 */
final class SquashParts {

  /** A part of a squash. */
  sealed interface Part {}

  /** Merged revisions: the operations that create their result, and those that undo it. */
  record Merged(List<RevisionScript> revisions, List<Operation> up, List<Operation> down)
      implements Part {}

  /** A revision that is kept, and the reason: words that follow its name. */
  record Kept(RevisionScript revision, String why) implements Part {}

  private final TextRules text;
  private final List<Part> parts = new ArrayList<>();
  private final List<RevisionScript> merged = new ArrayList<>();
  private Schema schema = Schema.empty();

  private SquashParts(TextRules text) {
    this.text = text;
  }

  /**
   * Divides revisions into parts.
   *
   * @param revisions the revisions, in order
   * @param migration the migration of a revision
   * @param conditional what in its source makes decisions at run time, or empty
   * @param text how names and expressions of the database are written
   */
  static List<Part> of(
      List<RevisionScript> revisions,
      Function<RevisionScript, Migration> migration,
      Function<RevisionScript, Optional<String>> conditional,
      TextRules text) {
    SquashParts squash = new SquashParts(text);
    for (RevisionScript revision : revisions) {
      squash.add(revision, Recording.of(migration.apply(revision)), conditional.apply(revision));
    }
    squash.closeGroup();
    return List.copyOf(squash.parts);
  }

  private void add(RevisionScript revision, Recording recording, Optional<String> conditional) {
    @Nullable String why = conditional.or(recording::unrecorded).orElse(null);
    if (why == null) {
      why = merge(revision, recording.operations());
      if (why != null && !merged.isEmpty()) {
        closeGroup();
        why = merge(revision, recording.operations());
      }
    }
    if (why != null) {
      closeGroup();
      parts.add(new Kept(revision, why));
    }
  }

  /** Adds a revision to the group; returns why that is not possible, or null. */
  private @Nullable String merge(RevisionScript revision, List<Operation> operations) {
    Schema after = schema;
    for (Operation operation : operations) {
      Optional<ChangedObject> older = older(after, operation);
      if (older.isPresent()) {
        return "changes the " + older.get() + ", which other revisions made";
      }
      after = new SchemaChange(text).apply(after, operation.completed(after));
    }
    schema = after;
    merged.add(revision);
    return null;
  }

  /**
   * The object that an operation changes although it was not created in the group; empty if there
   * is none.
   */
  private static Optional<ChangedObject> older(Schema group, Operation operation) {
    if (creates(operation)) {
      return Optional.empty();
    }
    if (operation instanceof RenameTable rename) {
      return rename.changes().stream()
          .filter(object -> object.name().equals(rename.from()) && !isIn(group, object))
          .findFirst();
    }
    return operation.changes().stream().filter(object -> !isIn(group, object)).findFirst();
  }

  private static boolean creates(Operation operation) {
    return operation instanceof CreateTable
        || operation instanceof CreateSequence
        || operation instanceof CreateEnum
        || operation instanceof CreateSchema;
  }

  private static boolean isIn(Schema group, ChangedObject object) {
    return switch (object.kind()) {
      case TABLE -> group.table(object.name()).isPresent();
      case SEQUENCE -> group.sequence(object.name()).isPresent();
      case TYPE -> group.enumType(object.name()).isPresent();
      case SCHEMA -> group.namespaces().contains(object.name().name());
    };
  }

  private void closeGroup() {
    if (!merged.isEmpty()) {
      parts.add(
          new Merged(
              List.copyOf(merged),
              SchemaScript.create(schema, text),
              SchemaScript.drop(schema, text)));
    }
    merged.clear();
    schema = Schema.empty();
  }
}
