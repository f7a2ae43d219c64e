package dev.autogen.comparison;

import dev.autogen.dialect.JoinedStatements;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.text.SqlComment;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes changes as a script, each in a comment. Changes that a migration would send as one
 * statement are one here too, below the comments of all of them.
 */
final class DriftScript {

  private final List<String> parts = new ArrayList<>();
  private final StringBuilder comments = new StringBuilder();
  private final List<SqlStatement> together = new ArrayList<>();
  private List<SqlStatement> joined = List.of();

  private DriftScript() {}

  static String of(List<Change> changes) {
    DriftScript script = new DriftScript();
    changes.forEach(script::add);
    script.end();
    return String.join("\n", script.parts);
  }

  private void add(Change change) {
    List<SqlStatement> all = new ArrayList<>(together);
    all.addAll(change.statements());
    List<SqlStatement> with = JoinedStatements.of(all);
    int separate = joined.size() + JoinedStatements.of(change.statements()).size();
    if (with.size() >= separate) {
      end();
      with = JoinedStatements.of(change.statements());
    }
    together.addAll(change.statements());
    comments.append(SqlComment.line(change.summary()));
    joined = with;
  }

  private void end() {
    if (!comments.isEmpty()) {
      List<String> lines = joined.stream().map(statement -> statement.sql() + ";").toList();
      parts.add(comments + String.join("\n", lines));
    }
    comments.setLength(0);
    together.clear();
    joined = List.of();
  }
}
