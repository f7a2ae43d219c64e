package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges what changed in the catalog: names and columns that the running application uses. A name
 * that leads to something at the end of the migration, such as a view in place of a table, breaks
 * nothing.
 */
final class ChangeRules {

  /** The types {@code timestamp} and {@code timestamptz} in the catalog. */
  private static final String TIMESTAMP = "1114:";

  private static final String TIMESTAMPTZ = "1184:";

  /** A hazard unless a name can still be used at the end. */
  private record Unless(Hazard hazard, QualifiedName table, String column) {}

  private final Catalog before;
  private final Map<Long, QualifiedName> names = new HashMap<>();
  private final Map<Long, Map<Integer, ColumnState>> columns = new HashMap<>();
  private final List<Unless> pending = new ArrayList<>();
  private final List<Hazard> hazards = new ArrayList<>();
  private boolean inUtc;

  ChangeRules(Catalog before) {
    this.before = before;
  }

  /** A statement has run; one may fix the time zone. */
  void ran(Command command) {
    boolean setting = command.kind() == Command.Kind.SETTING;
    inUtc |= setting && command.sql().matches("(?is).*\\btime\\s*zone\\b.*'?\\b(utc|gmt)\\b.*");
  }

  /** A relation that a statement dropped. */
  void dropped(Relation relation, TableEffect effect, int position) {
    boolean rows = relation.kind() == 'r' || relation.kind() == 'p';
    Hazard hazard =
        new Hazard(
            HazardCode.AG202,
            Level.WARNING,
            position,
            relation.name(),
            relation.name().toString(),
            effect.measured(),
            (rows ? "all rows of " : "the " + relation.word() + " ")
                + relation.name()
                + (rows ? " are lost" : " is dropped")
                + ", and an application that still uses it fails",
            List.of());
    if (rows) {
      hazards.add(hazard);
    } else {
      pending.add(new Unless(hazard, relation.name(), ""));
    }
  }

  /** A relation that a statement locked against everybody, as it is now. */
  void seen(Relation was, Relation now, Map<Integer, ColumnState> columnsNow, int position) {
    QualifiedName known = names.getOrDefault(was.oid(), was.name());
    names.put(was.oid(), now.name());
    if (!known.equals(now.name()) && !was.isIndex()) {
      String what = was.word() + " " + was.name();
      pending.add(
          new Unless(
              renamed(was.name(), was.name().toString(), what, now.name().toString(), position),
              was.name(),
              ""));
    }
    if (was.kind() == 'r' || was.kind() == 'p' || was.kind() == 'f') {
      Map<Integer, ColumnState> first = before.columns(was.oid());
      Map<Integer, ColumnState> last = columns.getOrDefault(was.oid(), first);
      first.forEach(
          (number, column) ->
              column(was, column, last.get(number), columnsNow.get(number), position));
      columnsNow.forEach(
          (number, column) -> {
            if (!first.containsKey(number)) {
              added(was, column, last.get(number), position);
            }
          });
      columns.put(was.oid(), columnsNow);
    }
  }

  private static Hazard renamed(
      QualifiedName table, String object, String what, String name, int position) {
    return new Hazard(
        HazardCode.AG201,
        Level.WARNING,
        position,
        table,
        object,
        Measured.NOTHING,
        "the "
            + what
            + " is called "
            + name
            + " now, and an application that uses the old name"
            + " fails",
        List.of());
  }

  private void column(
      Relation table,
      ColumnState first,
      @Nullable ColumnState last,
      @Nullable ColumnState now,
      int position) {
    if (last == null) {
      return;
    }
    String object = table.name() + "." + first.name();
    if (now == null) {
      Hazard lost =
          hazard(
              HazardCode.AG202,
              Level.WARNING,
              table,
              object,
              "the values of "
                  + object
                  + " are lost, and an application that still uses the"
                  + " column fails",
              position);
      pending.add(new Unless(lost, table.name(), first.name()));
      return;
    }
    if (!last.name().equals(now.name())) {
      Hazard renamed = renamed(table.name(), object, "column " + object, now.name(), position);
      pending.add(new Unless(renamed, table.name(), first.name()));
    }
    if (!inUtc && isOtherZone(last.type(), now.type())) {
      hazards.add(
          hazard(
              HazardCode.AG111,
              Level.WARNING,
              table,
              table.name().toString(),
              "every read and write of "
                  + table.name()
                  + " waits while it is rewritten, unless the time zone of the session is UTC; set"
                  + " it before: set local time zone 'UTC'",
              position));
    }
    if (!last.type().equals(now.type())) {
      hazards.add(
          hazard(
              HazardCode.AG217,
              Level.NOTE,
              table,
              object,
              "the statistics of "
                  + object
                  + " are gone until the next 'analyze', and queries may"
                  + " be planned badly",
              position));
    }
    if (last.notNull() && !now.notNull()) {
      hazards.add(
          hazard(
              HazardCode.AG214,
              Level.NOTE,
              table,
              object,
              "an application that knows "
                  + object
                  + " as not null meets nulls as soon as another"
                  + " writes some",
              position));
    }
  }

  /** Whether one is a time stamp with a time zone and the other without. */
  private static boolean isOtherZone(String last, String now) {
    return last.startsWith(TIMESTAMP) && now.startsWith(TIMESTAMPTZ)
        || last.startsWith(TIMESTAMPTZ) && now.startsWith(TIMESTAMP);
  }

  private void added(Relation table, ColumnState now, @Nullable ColumnState last, int position) {
    boolean was = last != null && last.notNull() && !last.supplied();
    if (now.notNull() && !now.supplied() && !was) {
      hazards.add(
          hazard(
              HazardCode.AG203,
              Level.WARNING,
              table,
              table.name() + "." + now.name(),
              "inserts into "
                  + table.name()
                  + " by an application that does not know "
                  + now.name()
                  + " fail, because the column is not null and has no default",
              position));
    }
  }

  private static Hazard hazard(
      HazardCode code, Level level, Relation table, String object, String message, int position) {
    return new Hazard(
        code, level, position, table.name(), object, Measured.NOTHING, message, List.of());
  }

  /**
   * What was found.
   *
   * @param after the catalog at the end
   */
  List<Hazard> end(Catalog after) {
    List<Hazard> found = new ArrayList<>(hazards);
    for (Unless each : pending) {
      found.add(isThere(after, each) ? each.hazard().at(Level.NOTE) : each.hazard());
    }
    return found;
  }

  private static boolean isThere(Catalog after, Unless each) {
    Predicate<Relation> named = relation -> relation.name().equals(each.table());
    return after.relations().stream()
        .filter(named)
        .anyMatch(relation -> each.column().isEmpty() || after.hasColumn(relation, each.column()));
  }
}
