package dev.autogen.authoring;

import dev.autogen.liquibase.Changeset;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds a changeset in its changelog: from its beginning to that of the next. */
final class ChangesetPlace {

  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)^\\s*--\\s*changeset\\b.*|.*<changeSet\\b.*|.*\\bchangeSet[\"']?\\s*:.*");

  private ChangesetPlace() {}

  static SqlSource of(Changeset changeset, Path file, String text) {
    List<String> lines = text.lines().toList();
    String id = Pattern.quote(changeset.id());
    boolean sql = file.toString().endsWith(".sql");
    Pattern own =
        Pattern.compile(
            sql
                ? "(?i)^\\s*--\\s*changeset\\s+.*:" + id + "(?!\\S).*"
                : ".*\\bid[\"']?\\s*[:=]\\s*[\"']?" + id + "[\"']?(\\W.*)?");
    int start = 0;
    while (start < lines.size() && !own.matcher(lines.get(start)).matches()) {
      start++;
    }
    if (start == lines.size()) {
      return new SqlSource(file, text, 1, sql);
    }
    int end = start + 1;
    while (end < lines.size() && !BEGINNING.matcher(lines.get(end)).matches()) {
      end++;
    }
    String part = String.join("\n", lines.subList(start, end)) + "\n";
    return new SqlSource(file, part, start + 1, sql);
  }
}
