package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.Hazard.SafeStep;
import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a statement that the throwaway database refused. */
final class FailureRules {

  private static final String UNSAFE_ENUM_VALUE = "55P04";
  private static final String NULL_VALUE = "23502";
  private static final String RAISED = "P0001";

  private final Catalog before;

  FailureRules(Catalog before) {
    this.before = before;
  }

  Hazard judge(Command command, SQLException failure, int position) {
    String state = String.valueOf(failure.getSQLState());
    String words = words(failure);
    QualifiedName object =
        command.names().isEmpty() ? QualifiedName.of("") : command.names().get(0);
    if (state.equals(UNSAFE_ENUM_VALUE)) {
      return hazard(
          HazardCode.AG215,
          Level.ERROR,
          position,
          object,
          words + ": add the value in a transaction of its own, and use it in a later one",
          List.of());
    } else if (!PostgreSqlHazardRules.isOf(state)) {
      return hazard(
          HazardCode.AG301,
          Level.ERROR,
          position,
          object,
          "the throwaway database refuses it: " + words,
          List.of());
    } else if (state.equals(NULL_VALUE) && command.has(Clause.Kind.ADD_COLUMN)) {
      return hazard(
          HazardCode.AG203,
          Level.ERROR,
          position,
          object,
          "it fails as soon as " + object + " has a row: " + words,
          List.of());
    }
    if (state.equals(RAISED)) {
      return hazard(
          HazardCode.AG302,
          Level.WARNING,
          position,
          object,
          "the migration itself refuses the rows: " + words,
          List.of());
    }
    boolean byName = command.has(Clause.Kind.VALIDATE) || command.has(Clause.Kind.ATTACH);
    boolean always = !byName && isNew(command, object);
    return hazard(
        HazardCode.AG302,
        always ? Level.ERROR : Level.NOTE,
        position,
        object,
        (always
                ? "it fails whatever the rows are: "
                : "it fails on some rows; see that there are none of that kind: ")
            + words,
        List.of());
  }

  /** Whether it is about columns of a known table which the migration has made itself. */
  private boolean isNew(Command command, QualifiedName table) {
    Set<String> words = command.words().identifiers();
    Map<Integer, ColumnState> columns =
        before.relations().stream()
            .filter(each -> each.isTable())
            .filter(each -> each.name().equals(table) || words.contains(each.name().name()))
            .findFirst()
            .map(each -> before.columns(each.oid()))
            .orElse(Map.of());
    boolean defines =
        command.kind() == Command.Kind.ALTER_TABLE || command.kind() == Command.Kind.CREATE_INDEX;
    return defines
        && !columns.isEmpty()
        && columns.values().stream().noneMatch(each -> words.contains(each.name()));
  }

  private static Hazard hazard(
      HazardCode code,
      Level level,
      int position,
      QualifiedName object,
      String message,
      List<SafeStep> safe) {
    return new Hazard(
        code, level, position, object, object.toString(), Measured.NOTHING, message, safe);
  }

  /** What the database said, in one line. */
  private static String words(SQLException failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("Position:") && !line.startsWith("Where:"))
        .reduce((first, next) -> first + "; " + next)
        .orElse("")
        .replaceFirst("^ERROR: ", "");
  }
}
