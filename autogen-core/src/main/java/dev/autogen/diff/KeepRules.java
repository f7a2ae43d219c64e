package dev.autogen.diff;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.ForeignKey;
import dev.autogen.text.Glob;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which differences are kept, by {@code [diff] keep}: what the database has beyond the
 * model stays, what the model adds or requires is a difference.
 */
final class KeepRules {

  private record Rule(String kind, @Nullable Glob glob) {}

  private final List<Rule> rules;
  private final DatabaseRules database;
  private final @Nullable String defaultSchema;

  /**
   * Reads the settings.
   *
   * @param defaultSchema the schema of names without one, or null where that is not known
   * @throws AutogenException if one of them begins with an unknown kind
   */
  KeepRules(List<String> settings, DatabaseRules database, @Nullable String defaultSchema) {
    this.rules = settings.stream().map(KeepRules::rule).toList();
    this.database = database;
    this.defaultSchema = defaultSchema;
  }

  private static Rule rule(String setting) {
    int colon = setting.indexOf(':');
    String kind = colon < 0 ? setting : setting.substring(0, colon);
    List<String> kinds =
        Arrays.stream(DifferenceKind.values())
            .map(DifferenceKind::setting)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    if (!kinds.contains(kind) || colon == setting.length() - 1) {
      throw AutogenException.usage(
          "\""
              + setting
              + "\" in [diff] keep names no kind of difference; write one of "
              + kinds.stream().collect(Collectors.joining(", "))
              + ", alone or with names behind a colon: \"indexes\", \"tables:qrtz_*\".");
    }
    return new Rule(kind, colon < 0 ? null : Glob.ofNames(setting.substring(colon + 1)));
  }

  /**
   * Whether a difference is kept: the database has more than the model, and a setting covers it.
   */
  boolean keeps(Difference difference) {
    return isBeyondModel(difference)
        && rules.stream()
            .filter(rule -> rule.kind().equals(difference.kind().setting()))
            .anyMatch(
                rule ->
                    rule.glob() == null
                        || DifferenceGlob.names(difference, defaultSchema).stream()
                            .anyMatch(rule.glob()::matches));
  }

  /** Whether the database has something that the model does not name, or is stricter. */
  private boolean isBeyondModel(Difference difference) {
    return switch (difference.kind()) {
      case TYPE ->
          difference.wanted() instanceof AlterColumn alter
              && database.holds(alter.from().type(), alter.to().type());
      case NOT_NULL -> difference.wanted() instanceof AlterColumn alter && !alter.from().nullable();
      case SERVER_DEFAULT, IDENTITY ->
          difference.model() == null
              && difference.wanted() instanceof AlterColumn alter
              && alter.to().serverDefault() == null
              && alter.to().identity() == null;
      case ON_DELETE ->
          difference.wanted() instanceof AddConstraint add
              && add.constraint() instanceof ForeignKey key
              && key.onDelete() == ForeignKey.Action.NO_ACTION
              && key.onUpdate() == ForeignKey.Action.NO_ACTION;
      case NAME -> true;
      default -> difference.model() == null;
    };
  }
}
