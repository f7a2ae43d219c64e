package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Judges what the words of a statement tell and no lock shows. */
final class StatementRules {

  /** What is dropped and takes something away from applications. */
  private static final Set<String> USED = Set.of("schema", "type", "domain");

  private final Catalog before;

  StatementRules(Catalog before) {
    this.before = before;
  }

  List<Hazard> judge(
      Command command, Map<Relation, TableEffect> effects, boolean whole, int position) {
    List<Hazard> found = new ArrayList<>();
    switch (command.kind()) {
      case RENAME -> found.add(renamed(command, position));
      case DROP -> dropped(command, position, found);
      case TRUNCATE -> found.addAll(truncated(command, effects, position));
      case UPDATE, DELETE -> allRows(command, whole, position, found);
      case SEQUENCE -> sequence(command, position, found);
      case RIGHTS -> found.add(rights(command, position));
      case ALTER_TABLE -> clauses(command, position, found);
      default -> {}
    }
    if (!command.isPlanned() && command.kind() != Command.Kind.SETTING) {
      for (String name : command.words().tooLong()) {
        found.add(cut(name, position));
      }
    }
    return found;
  }

  private static Hazard hazard(
      HazardCode code, Level level, QualifiedName object, String message, int position) {
    return new Hazard(
        code, level, position, object, object.toString(), Measured.NOTHING, message, List.of());
  }

  private static QualifiedName object(Command command) {
    return command.names().isEmpty() ? QualifiedName.of("") : command.names().get(0);
  }

  private static Hazard renamed(Command command, int position) {
    QualifiedName object = object(command);
    return hazard(
        HazardCode.AG201,
        Level.WARNING,
        object,
        "an application that uses the old name fails: " + command.sql().strip(),
        position);
  }

  private static void dropped(Command command, int position, List<Hazard> found) {
    String kind = command.sql().split("\\s+", 3)[1].toLowerCase(java.util.Locale.ROOT);
    if (USED.contains(kind)) {
      for (QualifiedName name : command.names()) {
        found.add(
            hazard(
                HazardCode.AG202,
                Level.WARNING,
                name,
                "the "
                    + kind
                    + " "
                    + name
                    + " is dropped, and an application that still uses it"
                    + " fails",
                position));
      }
    }
  }

  private static List<Hazard> truncated(
      Command command, Map<Relation, TableEffect> effects, int position) {
    Set<String> named = new TreeSet<>();
    command.names().forEach(each -> named.add(each.name()));
    List<Hazard> found = new ArrayList<>();
    boolean cascade = command.words().contains("cascade");
    for (TableEffect effect : effects.values()) {
      QualifiedName table = effect.table.name();
      if (effect.rewritten || effect.tookStrong()) {
        boolean silent = cascade && !named.contains(table.name());
        found.add(
            new Hazard(
                HazardCode.AG211,
                cascade ? Level.WARNING : Level.NOTE,
                position,
                table,
                table.toString(),
                effect.measured(),
                "all rows of "
                    + table
                    + " are lost"
                    + (silent ? ", and the statement does not name that table" : ""),
                List.of()));
      }
    }
    return found;
  }

  private void allRows(Command command, boolean whole, int position, List<Hazard> found) {
    boolean update = command.kind() == Command.Kind.UPDATE;
    QualifiedName named = object(command);
    QualifiedName table = before.relation(named).map(Relation::name).orElse(named);
    if (whole) {
      found.add(
          hazard(
              HazardCode.AG210,
              Level.WARNING,
              table,
              update
                  ? "all rows of "
                      + table
                      + " are locked until the transaction ends, and each leaves an old version"
                      + " behind: others who change rows wait; do it in batches, each in its own"
                      + " transaction"
                  : "all rows of " + table + " are lost, and locked until the transaction ends",
              position));
    }
  }

  private static void sequence(Command command, int position, List<Hazard> found) {
    if (command.words().has("increment")) {
      found.add(
          hazard(
              HazardCode.AG206,
              Level.WARNING,
              object(command),
              "an application whose allocationSize is not the new increment of "
                  + object(command)
                  + " gives the same id twice, or leaves gaps",
              position));
    }
  }

  private static Hazard rights(Command command, int position) {
    boolean grant = command.sql().regionMatches(true, 0, "grant", 0, 5);
    return hazard(
        HazardCode.AG219,
        grant ? Level.NOTE : Level.WARNING,
        object(command),
        "who may do what changes for running applications: " + command.sql().strip(),
        position);
  }

  private void clauses(Command command, int position, List<Hazard> found) {
    QualifiedName table = object(command);
    boolean known = before.relation(table).isPresent();
    for (Clause clause : command.clauses()) {
      if (clause.kind() == Clause.Kind.ROW_SECURITY && known) {
        found.add(
            hazard(
                HazardCode.AG219,
                Level.WARNING,
                table,
                "which rows of " + table + " an application sees and writes changes at once",
                position));
      } else if (clause.kind() == Clause.Kind.REPLICA_IDENTITY && known) {
        found.add(
            hazard(
                HazardCode.AG219,
                Level.WARNING,
                table,
                "subscribers of "
                    + table
                    + " find updated and deleted rows in another way, or not"
                    + " at all",
                position));
      } else if (clause.kind() == Clause.Kind.DETACH && command.concurrently()) {
        found.add(
            hazard(
                HazardCode.AG202,
                Level.NOTE,
                table,
                "while it waits for others, the rows of "
                    + clause.name()
                    + " are not seen in "
                    + table
                    + ", and inserts into its range fail",
                position));
      }
    }
  }

  private static Hazard cut(String name, int position) {
    return hazard(
        HazardCode.AG213,
        Level.WARNING,
        QualifiedName.of(name),
        "the name "
            + name
            + " is longer than 63 bytes, and PostgreSQL cuts it without a word; choose a shorter"
            + " one",
        position);
  }
}
