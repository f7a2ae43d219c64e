package dev.autogen.liquibase.inside;

import dev.autogen.liquibase.Changeset;
import java.util.ArrayList;
import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.serializer.core.string.StringChangeLogSerializer;

/** Reads what autogen wants to know of a changeset. */
final class ReadChangeset {

  private ReadChangeset() {}

  static Changeset of(ChangeSet changeSet, boolean applies) {
    List<String> parents = new ArrayList<>();
    DatabaseChangeLog above = changeSet.getChangeLog().getParentChangeLog();
    while (above != null) {
      parents.add(above.getPhysicalFilePath());
      above = above.getParentChangeLog();
    }
    return new Changeset(
        changeSet.getId(),
        changeSet.getAuthor(),
        file(changeSet),
        parents,
        title(changeSet),
        applies,
        changeSet.shouldAlwaysRun(),
        fingerprint(changeSet));
  }

  static String identity(ChangeSet changeSet) {
    return file(changeSet) + "::" + changeSet.getId() + "::" + changeSet.getAuthor();
  }

  private static String file(ChangeSet changeSet) {
    return changeSet.getChangeLog().getPhysicalFilePath();
  }

  private static String title(ChangeSet changeSet) {
    String comments = changeSet.getComments();
    if (comments != null && !comments.isBlank()) {
      return comments.strip().replaceAll("\\s+", " ");
    }
    String description = String.valueOf(changeSet.getDescription());
    if (!description.matches("sql|sqlFile.*|empty")) {
      return description;
    }
    String name = file(changeSet).replaceFirst(".*/", "").replaceFirst("\\.[^.]+$", "");
    return name.replaceFirst("^\\d[\\d._-]*", "").replaceAll("[_-]+", " ").strip();
  }

  /** What Liquibase compares, and what it leaves out of that, such as preconditions. */
  private static String fingerprint(ChangeSet changeSet) {
    StringBuilder text = new StringBuilder();
    changeSet.getChanges().forEach(each -> text.append(each.generateCheckSum()));
    try {
      text.append(new StringChangeLogSerializer().serialize(changeSet, false));
    } catch (RuntimeException e) {
      // Some changes have no text.
    }
    return text.toString();
  }
}
