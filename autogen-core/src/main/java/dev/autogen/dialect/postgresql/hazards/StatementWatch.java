package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.HazardCode;
import dev.autogen.dialect.HazardRules;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Watches the statements of one migration, and gathers what they do to others. */
final class StatementWatch implements HazardRules.Watch {

  private final HazardRules.Sessions sessions;
  private final Set<String> ownTables;
  private final Catalog before;
  private final MeasuredRules measured;
  private final ChangeRules changes;
  private final StatementRules statements;
  private final OrderRules order = new OrderRules();
  private final HeldLocks held = new HeldLocks();
  private final EffectReader effects;
  private final List<Hazard> hazards = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private boolean fresh = true;

  StatementWatch(HazardRules.Sessions sessions, Set<String> ownTables, Connection connection)
      throws SQLException {
    this.sessions = sessions;
    this.ownTables = ownTables;
    this.before = Catalog.read(connection, ownTables);
    this.measured =
        new MeasuredRules(new SafeForms(connection.getMetaData().getDatabaseMajorVersion()));
    this.changes = new ChangeRules(before);
    this.statements = new StatementRules(before);
    this.effects = new EffectReader(before);
  }

  @Override
  public void transactionEnded() {
    fresh = true;
  }

  /** The planner reads small tables as a whole, whatever indexes they have, unless it is told. */
  @Override
  public void before(Connection connection, String sql) throws SQLException {
    if (fresh) {
      held.release();
      effects.begin(Measurement.counts(connection));
      fresh = false;
    }
    if (Command.of(sql).isPlanned()) {
      execute(connection, "set local enable_seqscan = off");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void after(Connection connection, String sql, int position) throws SQLException {
    Measurement now = Measurement.take(connection, ownTables);
    if (Command.of(sql).isPlanned()) {
      execute(connection, "reset enable_seqscan");
    }
    judge(connection, sql, position, effects.read(now), now);
  }

  @Override
  public <R> R outside(Connection connection, String sql, int position, HazardRules.Work<R> work)
      throws SQLException {
    transactionEnded();
    held.release();
    try (SampledLocks sampled = SampledLocks.begin(sessions, connection, before, sql)) {
      R result = work.run();
      Measurement now = sampled.end(connection, ownTables);
      effects.begin(Map.of());
      judge(connection, sql, position, effects.read(now), now);
      held.release();
      return result;
    }
  }

  private void judge(
      Connection connection,
      String sql,
      int position,
      Map<Relation, TableEffect> found,
      Measurement now)
      throws SQLException {
    List<Command> sent = Command.all(sql);
    Command main = sent.isEmpty() ? Command.of(sql) : sent.get(0);
    Set<Relation> judged = new HashSet<>();
    if (isOnNewTable(connection, main)) {
      // The check of no rows at all is quick, however the planner does it.
      found.values().forEach(effect -> effect.scanned = false);
    }
    for (TableEffect effect : found.values()) {
      Command reason = reason(sent, effect, main);
      List<Hazard> own = measured.judge(reason, effect, position);
      hazards.addAll(own);
      if (!own.isEmpty()) {
        judged.add(effect.table);
      }
      if (effect.dropped) {
        changes.dropped(effect.table, effect, position);
        judged.add(effect.table);
      }
    }
    sent.forEach(changes::ran);
    now.rows()
        .forEach(
            (oid, row) -> {
              Relation is = row.relation();
              Map<Integer, ColumnState> columns = row.columns();
              if (is != null && columns != null) {
                before.relation(oid).ifPresent(was -> changes.seen(was, is, columns, position));
              }
            });
    boolean whole = isWhole(connection, main, found);
    for (Command each : sent) {
      hazards.addAll(statements.judge(each, found, whole, position));
      List<Relation> waits =
          found.values().stream()
              .filter(TableEffect::tookStrong)
              .map(effect -> effect.table)
              .toList();
      order.ran(each, waits, position);
      commands.add(each);
      positions.add(position);
    }
    held.judge(main, found.values(), judged, position).ifPresent(hazards::add);
    held.keep(found.values());
    briefly(main, found, position);
  }

  private static Command reason(List<Command> sent, TableEffect effect, Command main) {
    return sent.stream()
        .filter(each -> each.words().identifiers().contains(effect.table.name().name()))
        .findFirst()
        .orElse(main);
  }

  private void briefly(Command main, Map<Relation, TableEffect> found, int position) {
    for (TableEffect effect : found.values()) {
      if (effect.tookStrong() && !effect.dropped) {
        hazards.add(measured.brief(main, effect, position));
      }
    }
  }

  /** Whether there is more to say about a statement and its table than its lock for a moment. */
  private static boolean isSaid(Hazard brief, Collection<Hazard> all) {
    return all.stream()
        .anyMatch(
            each ->
                each.code() != HazardCode.AG119
                    && each.position() == brief.position()
                    && Objects.equals(each.table(), brief.table()));
  }

  /** Whether an update or delete is of all rows: it says no condition, or it met all of them. */
  private boolean isWhole(Connection connection, Command command, Map<Relation, TableEffect> found)
      throws SQLException {
    boolean changing =
        command.kind() == Command.Kind.UPDATE || command.kind() == Command.Kind.DELETE;
    if (!changing || command.names().isEmpty()) {
      return false;
    }
    Relation table = before.relation(command.names().get(0)).filter(Relation::isTable).orElse(null);
    if (table == null) {
      return false;
    } else if (!command.words().has("where")) {
      return true;
    }
    TableEffect effect = found.get(before.root(table));
    boolean bounded = command.words().contains("limit") || command.words().contains("fetch");
    if (effect == null || bounded || !effect.scanned || effect.changed < 2) {
      return false;
    }
    boolean all = effect.changed >= count(connection, table.name());
    effects.recount(Measurement.counts(connection));
    return all;
  }

  /** Whether a constraint is added to a table that the migration has made, and that is empty. */
  private boolean isOnNewTable(Connection connection, Command command) throws SQLException {
    boolean adds = command.has(Clause.Kind.ADD_FOREIGN_KEY) && !command.names().isEmpty();
    return adds
        && before.relation(command.names().get(0)).isEmpty()
        && count(connection, command.names().get(0)) == 0;
  }

  private static long count(Connection connection, QualifiedName table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from " + SafeForms.written(table))) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public Hazard failed(String sql, SQLException failure, int position) {
    return new FailureRules(before).judge(Command.of(sql), failure, position);
  }

  @Override
  public List<Hazard> end() throws SQLException {
    List<Hazard> all = new ArrayList<>(hazards);
    try (Connection connection = sessions.open()) {
      Catalog after = Catalog.read(connection, ownTables);
      all.addAll(changes.end(after));
      all.addAll(new EndRules(before, after, commands, positions).judge());
    }
    all.addAll(order.found());
    Map<String, Hazard> once = new LinkedHashMap<>();
    for (Hazard each : all) {
      String key = each.position() + " " + each.code() + " " + each.object();
      Hazard other = once.get(key);
      if (other == null || other.level() == Level.NOTE) {
        once.put(key, each);
      }
    }
    List<Hazard> sorted = new ArrayList<>(once.values());
    sorted.removeIf(each -> each.code() == HazardCode.AG119 && isSaid(each, once.values()));
    sorted.sort(Comparator.comparingInt(Hazard::position).thenComparing(Hazard::code));
    return sorted;
  }
}
