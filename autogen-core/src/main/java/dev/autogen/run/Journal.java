package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ExecutionRules.OwnColumn;
import dev.autogen.history.RevisionScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the journal: the table that records what ran when, and the progress of a
 * revision that does not run within one transaction.
 */
final class Journal {

  private static final String COLUMNS =
      "parent, step, revision, action, what, state, started_at, duration_ms, sha256, answer,"
          + " applied_by";

  private final String table;
  private final ExecutionRules rules;
  private final @Nullable String tag;

  /**
   * The table of that name, quoted and qualified.
   *
   * @param tag a word that is recorded beside the person, or null
   */
  Journal(String table, ExecutionRules rules, @Nullable String tag) {
    this.table = table;
    this.rules = rules;
    this.tag = tag;
  }

  String definition() {
    return "create table if not exists "
        + table
        + " (\n  id "
        + rules.ownColumn(OwnColumn.NUMBER)
        + ","
        + "\n  parent bigint,"
        + "\n  step integer not null,"
        + "\n  revision varchar(255) not null,"
        + "\n  action varchar(16) not null,"
        + "\n  what varchar(1000) not null,"
        + "\n  state varchar(16) not null,"
        + "\n  started_at "
        + rules.ownColumn(OwnColumn.MOMENT)
        + " not null,"
        + "\n  duration_ms bigint,"
        + "\n  sha256 varchar(64),"
        + "\n  answer "
        + rules.ownColumn(OwnColumn.LONG_TEXT)
        + ","
        + "\n  applied_by varchar(255),"
        + "\n  autogen_version varchar(64),"
        + "\n  unique (parent, step)\n)";
  }

  /** Every entry in the order in which they were written; none if there is no table. */
  List<JournalEntry> entries(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select id, " + COLUMNS + " from " + table + " order by id")) {
      List<JournalEntry> entries = new ArrayList<>();
      while (row.next()) {
        entries.add(entry(row));
      }
      return entries;
    } catch (SQLException e) {
      if (rules.isMissingTable(e)) {
        return List.of();
      }
      throw e;
    }
  }

  /** The zone of columns that have none; drivers change the calendar that they get. */
  private static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    Timestamp started = row.getTimestamp("started_at", utc());
    long parent = row.getLong("parent");
    @Nullable Long parentOrNull = row.wasNull() ? null : parent;
    long millis = row.getLong("duration_ms");
    @Nullable Duration took = row.wasNull() ? null : Duration.ofMillis(millis);
    return new JournalEntry(
        row.getLong("id"),
        parentOrNull,
        row.getInt("step"),
        row.getString("revision"),
        row.getString("action"),
        row.getString("what"),
        "done".equals(row.getString("state")),
        started == null ? null : started.toInstant(),
        took,
        row.getString("sha256"),
        row.getString("answer"),
        row.getString("applied_by"));
  }

  /** Writes that a revision is done, or that it is running if {@code took} is null. */
  long write(
      Connection connection,
      RevisionScript script,
      String action,
      Instant startedAt,
      @Nullable Duration took,
      Optional<String> sha256)
      throws SQLException {
    return insert(connection, entry(script, action, startedAt, took, sha256));
  }

  /** Writes that a revision is done, and commits with it. */
  void writeAndCommit(
      Connection connection,
      RevisionScript script,
      String action,
      Instant startedAt,
      Duration took,
      Optional<String> sha256,
      Optional<String> commitStatement)
      throws SQLException {
    String commit = commitStatement.map(statement -> "; " + statement).orElse("");
    try (PreparedStatement insert = connection.prepareStatement(insertion() + commit)) {
      fill(insert, entry(script, action, startedAt, took, sha256));
      insert.execute();
    }
    connection.commit();
  }

  private static JournalEntry entry(
      RevisionScript script,
      String action,
      Instant startedAt,
      @Nullable Duration took,
      Optional<String> sha256) {
    return new JournalEntry(
        0,
        null,
        0,
        script.id(),
        action,
        script.className(),
        took != null,
        startedAt,
        took,
        sha256.orElse(null),
        null,
        null);
  }

  /** Writes an entry, and returns its number. */
  long insert(Connection connection, JournalEntry entry) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(insertion(), new String[] {"id"})) {
      fill(insert, entry);
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private String insertion() {
    return "insert into "
        + table
        + " ("
        + COLUMNS
        + ", autogen_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  }

  private void fill(PreparedStatement insert, JournalEntry entry) throws SQLException {
    insert.setObject(1, entry.parent(), Types.BIGINT);
    insert.setInt(2, entry.step());
    insert.setString(3, entry.revision());
    insert.setString(4, entry.action());
    insert.setString(5, RunnerIdentity.limited(entry.what(), 1000));
    insert.setString(6, entry.done() ? "done" : "started");
    insert.setTimestamp(
        7, Timestamp.from(entry.startedAt() == null ? Instant.now() : entry.startedAt()), utc());
    insert.setObject(8, entry.took() == null ? null : entry.took().toMillis(), Types.BIGINT);
    insert.setString(9, entry.sha256());
    insert.setString(10, entry.answer());
    String person = RunnerIdentity.person(insert.getConnection()) + (tag == null ? "" : ", " + tag);
    insert.setString(11, RunnerIdentity.limited(person, 255));
    insert.setString(12, RunnerIdentity.version());
  }

  /** Writes that a revision whose entry was begun is done, and the checksum of its source. */
  void finishRevision(Connection connection, long id, Duration took, Optional<String> sha256)
      throws SQLException {
    String checksum = sha256.map(hex -> "'" + hex + "'").orElse("null");
    finish(connection, id, took);
    update(connection, "update " + table + " set sha256 = " + checksum, is("id", id));
  }

  /** Replaces a checksum by another one of the same source. */
  void renew(Connection connection, JournalEntry entry, String sha256) throws SQLException {
    String sql =
        "update "
            + table
            + " set sha256 = ? where "
            + is("id", entry.id())
            + " and sha256 "
            + rules.operator("=")
            + " ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, sha256);
      update.setString(2, entry.sha256());
      update.executeUpdate();
    }
  }

  /** Writes that an entry is done. */
  void finish(Connection connection, long id, Duration took) throws SQLException {
    update(
        connection,
        "update " + table + " set state = 'done', duration_ms = " + took.toMillis(),
        is("id", id));
  }

  /** Deletes an entry. */
  void delete(Connection connection, long id) throws SQLException {
    update(connection, "delete from " + table, is("id", id));
  }

  /** Deletes the steps of a revision, which have no use once it is done. */
  void deleteSteps(Connection connection, long parent) throws SQLException {
    update(connection, "delete from " + table, is("parent", parent));
  }

  private String is(String column, long value) {
    return column + " " + rules.operator("=") + " " + value;
  }

  private static void update(Connection connection, String change, String where)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(change + " where " + where);
    }
  }
}
