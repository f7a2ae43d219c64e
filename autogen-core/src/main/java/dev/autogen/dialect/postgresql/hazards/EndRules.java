package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.Hazard.SafeStep;
import dev.autogen.dialect.HazardCode;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what a migration leaves behind: two catalogs are compared. */
final class EndRules {

  private static final Pattern NUMBERS = Pattern.compile(">= (-?\\d+)\\) AND \\([^)]*<= (-?\\d+)");

  private final Catalog before;
  private final Catalog after;
  private final List<Command> commands;
  private final List<Integer> positions;

  /**
   * The rules for a migration.
   *
   * @param positions for each command the statement in which it was sent
   */
  EndRules(Catalog before, Catalog after, List<Command> commands, List<Integer> positions) {
    this.before = before;
    this.after = after;
    this.commands = commands;
    this.positions = positions;
  }

  List<Hazard> judge() {
    List<Hazard> found = new ArrayList<>();
    for (Catalog.Found key : after.unindexed()) {
      if (before.unindexed().stream().noneMatch(each -> each.key().equals(key.key()))) {
        after.relation(key.table()).ifPresent(table -> found.add(unindexed(table, key)));
      }
    }
    for (Catalog.Found column : after.jsonColumns()) {
      if (!before.jsonColumns().contains(column)) {
        after.relation(column.table()).ifPresent(table -> found.add(json(table, column.key())));
      }
    }
    for (Catalog.Found check : before.checks()) {
      if (!after.checks().contains(check)) {
        narrowed(check, found);
      }
    }
    return found;
  }

  private Hazard unindexed(Relation table, Catalog.Found key) {
    return hazard(
        HazardCode.AG208,
        Level.NOTE,
        table.name(),
        table.name() + "." + key.text(),
        "each delete from the table that "
            + key.text()
            + " refers to, and each change of its key, reads all of "
            + table.name()
            + ", because no index begins with the columns of the foreign key",
        position("references", table.name().name()),
        List.of());
  }

  private Hazard json(Relation table, String column) {
    return hazard(
        HazardCode.AG207,
        Level.WARNING,
        table.name(),
        table.name() + "." + column,
        "values of type json cannot be compared, so that 'select distinct', 'group by' and 'union'"
            + " over "
            + table.name()
            + " fail; take jsonb",
        position("json", column),
        List.of());
  }

  /** Values that a check took and its successor on the same columns refuses. */
  private void narrowed(Catalog.Found old, List<Hazard> found) {
    for (Catalog.Found check : after.checks()) {
      boolean successor =
          check.table() == old.table()
              && check.key().equals(old.key())
              && !before.checks().contains(check);
      Set<String> refused = new HashSet<>(values(old.text()));
      refused.removeAll(values(check.text()));
      if (successor && !refused.isEmpty() && !values(check.text()).isEmpty()) {
        after
            .relation(old.table())
            .ifPresent(
                table ->
                    found.add(
                        hazard(
                            HazardCode.AG204,
                            Level.WARNING,
                            table.name(),
                            table.name().toString(),
                            "an application that still writes "
                                + String.join(", ", refused.stream().sorted().toList())
                                + " into "
                                + table.name()
                                + " fails: the check took it before",
                            position("check", table.name().name()),
                            List.of())));
      }
    }
  }

  /** The texts that a check lists, or the numbers between its bounds. */
  private static Set<String> values(String check) {
    Set<String> values = new HashSet<>(PostgreSqlText.WORDS.literals(check));
    Matcher numbers = NUMBERS.matcher(check);
    if (values.isEmpty() && numbers.find()) {
      long last = Long.parseLong(numbers.group(2));
      for (long n = Long.parseLong(numbers.group(1)); n <= last && values.size() < 1000; n++) {
        values.add(String.valueOf(n));
      }
    }
    return values;
  }

  /** The statement that did something: the last that has both words, or else the last of all. */
  private int position(String word, String name) {
    int found = -1;
    for (int i = 0; i < commands.size(); i++) {
      Words words = commands.get(i).words();
      if (words.contains(word) && words.identifiers().contains(name)) {
        found = positions.get(i);
      }
    }
    return found >= 0 || positions.isEmpty()
        ? Math.max(found, 0)
        : positions.get(positions.size() - 1);
  }

  private static Hazard hazard(
      HazardCode code,
      Level level,
      QualifiedName table,
      String object,
      String message,
      int position,
      List<SafeStep> safe) {
    return new Hazard(code, level, position, table, object, Measured.NOTHING, message, safe);
  }
}
