package dev.autogen.dialect.mysql;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sequences: MariaDB has them. On MySQL a table stands for each, as Hibernate makes it, whose one
 * row holds the next number; neither first number nor step can be read from it.
 */
final class MySqlSequences {

  /** The only column of a table that stands for a sequence. */
  private static final String NEXT = "next_val";

  private final Server server;

  MySqlSequences(Server server) {
    this.server = server;
  }

  /** Whether a table stands for a sequence. */
  static boolean isSequence(Table table) {
    if (table.columns().size() != 1 || !table.constraints().isEmpty()) {
      return false;
    }
    Column column = table.columns().get(0);
    return column.name().equals(NEXT) && column.type().name().equals("bigint");
  }

  /** MariaDB's sequences; their number decides on the length of the query, not on that of trips. */
  static List<Sequence> read(MySqlCatalog catalog, List<QualifiedName> names) throws SQLException {
    if (names.isEmpty()) {
      return List.of();
    }
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      questions.add(
          "select "
              + i
              + " as n, start_value, increment, cache_size, minimum_value, maximum_value,"
              + " cycle_option from "
              + MySqlText.RULES.names().quoted(names.get(i).schema(), names.get(i).name()));
    }
    return catalog.rows(
        String.join(" union all ", questions), row -> sequence(names.get(row.getInt("n")), row));
  }

  private static Sequence sequence(QualifiedName name, ResultSet row) throws SQLException {
    long increment = row.getLong("increment");
    long cache = row.getLong("cache_size");
    long minimum = row.getLong("minimum_value");
    long maximum = row.getLong("maximum_value");
    return Sequence.of(name, row.getLong("start_value"), increment)
        .withCache(cache == 0 ? 1 : cache)
        .withRange(
            new NumberRange(
                null,
                minimum == least(increment) ? null : minimum,
                maximum == greatest(increment) ? null : maximum,
                row.getInt("cycle_option") != 0));
  }

  private static long least(long increment) {
    return increment > 0 ? 1 : Long.MIN_VALUE + 1;
  }

  private static long greatest(long increment) {
    return increment > 0 ? Long.MAX_VALUE - 1 : -1;
  }

  /** The statement that creates it; on MySQL its row follows by {@link #row}. */
  String create(Sequence sequence) {
    return server.isMariaDb()
        ? "create sequence " + MySqlNames.quote(sequence.name()) + options(sequence)
        : "create table " + MySqlNames.quote(sequence.name()) + " (" + NEXT + " bigint)";
  }

  private static String options(Sequence sequence) {
    NumberRange range = sequence.range();
    return " start with "
        + sequence.start()
        + bound(" minvalue ", range.minimum())
        + bound(" maxvalue ", range.maximum())
        + " increment by "
        + sequence.increment()
        + (sequence.cache() == 1 ? " nocache" : " cache " + sequence.cache())
        + (range.cycle() ? " cycle" : "");
  }

  private static String bound(String word, @Nullable Long bound) {
    return bound == null ? "" : word + bound;
  }

  /** The row with the first number. */
  static String row(Sequence sequence) {
    return "insert into "
        + MySqlNames.quote(sequence.name())
        + " ("
        + NEXT
        + ") values ("
        + sequence.start()
        + ")";
  }

  String drop(Sequence sequence) {
    return (server.isMariaDb() ? "drop sequence " : "drop table ")
        + MySqlNames.quote(sequence.name());
  }

  /** The statement of a change; null where there is nothing that could change. */
  @Nullable String alter(Sequence from, Sequence to) {
    if (!server.isMariaDb()) {
      return null;
    }
    NumberRange before = from.range();
    NumberRange after = to.range();
    return "alter sequence "
        + MySqlNames.quote(to.name())
        + (from.start() == to.start() ? "" : " start with " + to.start())
        + (from.increment() == to.increment() ? "" : " increment by " + to.increment())
        + changed("minvalue", before.minimum(), after.minimum())
        + changed("maxvalue", before.maximum(), after.maximum())
        + (from.cache() == to.cache() ? "" : to.cache() == 1 ? " nocache" : " cache " + to.cache())
        + (before.cycle() == after.cycle() ? "" : after.cycle() ? " cycle" : " nocycle");
  }

  private static String changed(String word, @Nullable Long from, @Nullable Long to) {
    return Objects.equals(from, to) ? "" : to == null ? " no " + word : " " + word + " " + to;
  }

  /** Sets a new sequence to follow the highest number in the columns that it numbers. */
  String continued(Sequence sequence) {
    String largest =
        sequence.numberedColumns().stream()
            .map(
                owner ->
                    "(select coalesce(max("
                        + MySqlNames.quote(owner.column())
                        + ") + "
                        + sequence.increment()
                        + ", "
                        + sequence.start()
                        + ") from "
                        + MySqlNames.quote(owner.table())
                        + ")")
            .collect(Collectors.joining(", "));
    String next = "greatest(" + sequence.start() + ", " + largest + ")";
    if (!server.isMariaDb()) {
      return "update " + MySqlNames.quote(sequence.name()) + " set " + NEXT + " = " + next;
    }
    // Its functions take numbers alone.
    String name = MySqlNames.quote(sequence.name());
    return "set @autogen_next = "
        + next
        + ";\nexecute immediate concat("
        + MySqlNames.literal("do setval(" + name + ", ")
        + ", @autogen_next, ', 0)')";
  }

  static AutogenException missing(QualifiedName name) {
    return AutogenException.failed("cannot rename the sequence " + name + ": there is none", null);
  }
}
