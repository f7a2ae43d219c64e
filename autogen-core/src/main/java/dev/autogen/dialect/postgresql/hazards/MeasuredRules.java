package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.SafeStep;
import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Judges what was measured: work on a table whose readers or writers wait meanwhile. */
final class MeasuredRules {

  private static final Map<Clause.Kind, HazardCode> CODES = new EnumMap<>(Clause.Kind.class);

  static {
    CODES.put(Clause.Kind.ADD_COLUMN, HazardCode.AG110);
    CODES.put(Clause.Kind.TYPE, HazardCode.AG111);
    CODES.put(Clause.Kind.SET_NOT_NULL, HazardCode.AG108);
    CODES.put(Clause.Kind.ADD_NOT_NULL, HazardCode.AG108);
    CODES.put(Clause.Kind.SET_EXPRESSION, HazardCode.AG115);
    CODES.put(Clause.Kind.REWRITE, HazardCode.AG115);
    CODES.put(Clause.Kind.ADD_CHECK, HazardCode.AG107);
    CODES.put(Clause.Kind.ADD_UNIQUE, HazardCode.AG104);
    CODES.put(Clause.Kind.ADD_PRIMARY_KEY, HazardCode.AG105);
    CODES.put(Clause.Kind.ADD_EXCLUSION, HazardCode.AG106);
    CODES.put(Clause.Kind.ADD_FOREIGN_KEY, HazardCode.AG109);
    CODES.put(Clause.Kind.VALIDATE, HazardCode.AG117);
    CODES.put(Clause.Kind.ATTACH, HazardCode.AG113);
  }

  private final SafeForms safe;

  MeasuredRules(SafeForms safe) {
    this.safe = safe;
  }

  /** The hazards of a statement on a table; the lock may be an earlier statement's. */
  List<Hazard> judge(Command command, TableEffect effect, int position) {
    if (!effect.blocks() || !effect.works() || !isReason(command, effect)) {
      return List.of();
    }
    return switch (command.kind()) {
      case CREATE_INDEX ->
          List.of(
              hazard(
                  HazardCode.AG101,
                  effect,
                  position,
                  safe.concurrently(command.sql(), "create\\s+(?:unique\\s+)?index")));
      case REINDEX ->
          List.of(
              hazard(
                  HazardCode.AG103,
                  effect,
                  position,
                  safe.concurrently(command.sql(), "reindex\\s*(?:\\([^)]*\\)\\s*)?\\w+")));
      case REFRESH ->
          List.of(
              hazard(
                  HazardCode.AG116,
                  effect,
                  position,
                  safe.concurrently(command.sql(), "refresh\\s+materialized\\s+view")));
      case DOMAIN -> List.of(hazard(HazardCode.AG118, effect, position, List.of()));
      case ALTER_TABLE -> clauses(command, effect, position);
      default -> List.of(other(effect, position));
    };
  }

  /** Whether the statement itself makes others wait, and not a lock of one before it. */
  private static boolean isReason(Command command, TableEffect effect) {
    return switch (command.kind()) {
      case TRUNCATE -> false;
      case CREATE_INDEX, REINDEX, REFRESH, DOMAIN, ALTER_TABLE, CLUSTER, VACUUM -> true;
      default -> effect.tookStrong();
    };
  }

  private List<Hazard> clauses(Command command, TableEffect effect, int position) {
    List<Hazard> hazards = new ArrayList<>();
    QualifiedName altered =
        command.names().isEmpty() ? effect.table.name() : command.names().get(0);
    for (Clause clause : command.clauses()) {
      boolean guilty =
          effect.rewritten
              ? clause.rewrites()
              : effect.scanned && clause.scans() || !effect.built.isEmpty() && clause.builds();
      if (guilty) {
        hazards.add(hazard(code(clause, effect), effect, position, safe.of(clause, altered)));
      }
    }
    return hazards.isEmpty() ? List.of(other(effect, position)) : hazards;
  }

  private static HazardCode code(Clause clause, TableEffect effect) {
    if (clause.kind() == Clause.Kind.ADD_COLUMN && !effect.rewritten && !effect.built.isEmpty()) {
      return clause.primary() ? HazardCode.AG105 : HazardCode.AG104;
    } else if (clause.kind() == Clause.Kind.TYPE && !effect.rewritten && !effect.built.isEmpty()) {
      return HazardCode.AG112;
    }
    return CODES.getOrDefault(clause.kind(), HazardCode.AG117);
  }

  private Hazard other(TableEffect effect, int position) {
    HazardCode code =
        effect.rewritten
            ? HazardCode.AG115
            : effect.built.isEmpty() ? HazardCode.AG117 : HazardCode.AG101;
    return hazard(code, effect, position, List.of());
  }

  private Hazard hazard(HazardCode code, TableEffect effect, int position, List<SafeStep> steps) {
    return new Hazard(
        code,
        Level.WARNING,
        position,
        effect.table.name(),
        effect.table.name().toString(),
        effect.measured(),
        effect.who() + " waits " + effect.work(),
        steps);
  }

  /** A strong lock that is taken for a moment. */
  Hazard brief(Command command, TableEffect effect, int position) {
    boolean index = command.kind() == Command.Kind.DROP_INDEX;
    String lock = effect.taken == null ? "" : effect.taken.words();
    return new Hazard(
        index ? HazardCode.AG102 : HazardCode.AG119,
        Level.NOTE,
        position,
        effect.table.name(),
        effect.table.name().toString(),
        effect.measured(),
        effect.who()
            + " waits for a moment behind "
            + lock
            + ", and as long as the statement waits for it",
        index ? safe.concurrently(command.sql(), "drop\\s+index") : List.of());
  }
}
