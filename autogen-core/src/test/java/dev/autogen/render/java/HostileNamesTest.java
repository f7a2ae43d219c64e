package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.Autogen;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.SchemaScript;
import dev.autogen.history.SourceHeader;
import dev.autogen.migration.Definitions;
import dev.autogen.migration.Migration;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.HostileText;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestSeed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Names, comments, defaults and values out of any characters, from the operation through the source
 * and the compiler to PostgreSQL and back; nothing of them is run. {@code
 * -Dautogen.test.strings=5000} tries more.
 */
class HostileNamesTest {

  private static final int TABLES = Integer.getInteger("autogen.test.strings", 200) / 10;

  /** What is put into one revision: ten texts. */
  private record Texts(
      String table,
      String column,
      String comment,
      String tableComment,
      String value,
      String type,
      String label,
      String index,
      String check,
      String message) {

    static Texts of(HostileText hostile, int number) {
      return new Texts(
          hostile.name(56) + number,
          hostile.name(60),
          hostile.text(8),
          hostile.text(8),
          hostile.text(8),
          hostile.name(56) + "t" + number,
          hostile.name(60),
          hostile.name(56) + "i" + number,
          hostile.name(60),
          hostile.text(40));
    }

    private static String literal(String text) {
      return "'" + text.replace("'", "''") + "'";
    }

    Schema schema() {
      QualifiedName mood = QualifiedName.of(type);
      Column named =
          Column.of(column, Definitions.text())
              .withServerDefault(literal(value))
              .withComment(comment);
      Column typed = Column.of("typed", Definitions.type(mood)).withServerDefault(literal(label));
      Index named2 =
          new Index(
              index,
              List.of(Index.Element.column(column)),
              false,
              null,
              List.of(),
              "typed = " + literal(label),
              false);
      Table made =
          new Table(
              QualifiedName.of(table),
              List.of(named, typed),
              List.of(CheckConstraint.of(check, "'x' <> " + literal(value + "y"))),
              List.of(named2),
              tableComment);
      return new Schema(
          List.of(), List.of(made), List.of(), List.of(new EnumType(mood, List.of(label))));
    }
  }

  @Test
  void arriveAsTheyAreAndNothingOfThemIsRun() throws Exception {
    long seed = TestSeed.of("HostileNamesTest");
    HostileText hostile = new HostileText(seed);
    List<Texts> all = new ArrayList<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < TABLES; i++) {
      Texts texts = Texts.of(hostile, i);
      all.add(texts);
      Comparison comparison =
          SchemaScript.comparison(texts.schema(), PostgreSql.TEXT, DiffOptions.everything());
      MigrationFile file =
          new MigrationFile(
              "db.hostile",
              FileTemplate.standard().className("r" + i, texts.message(), Instant.EPOCH),
              texts.message(),
              "r" + i,
              i == 0 ? List.of() : List.of("r" + (i - 1)),
              Instant.EPOCH,
              List.of(),
              List.of(),
              comparison.upgrade(),
              comparison.downgrade(),
              null,
              "");
      sources.put(file.className(), JavaRenderer.render(file));
    }
    List<Class<? extends Migration>> classes = new ArrayList<>();
    InMemoryCompiler.compile("db.hostile", sources)
        .values()
        .forEach(migration -> classes.add(migration.getClass()));

    try (TestDatabase database = TestDatabase.create()) {
      database.execute("create table precious (n int); insert into precious values (1)");
      Autogen autogen =
          Autogen.configure().connections(database::connect).migrations(classes).build();
      String because = "-Dautogen.test.seed=" + seed;
      assertThat(autogen.upgrade("head").executed()).as(because).hasSize(TABLES);
      try (Connection connection = database.connect()) {
        for (int i = 0; i < TABLES; i++) {
          assertArrived(connection, all.get(i), because + " r" + i);
        }
      }
      sources.forEach(
          (name, source) ->
              assertThat(SourceHeader.read(source, name).orElseThrow().message())
                  .as(because)
                  .matches(
                      read -> all.stream().anyMatch(each -> words(each.message()).equals(read))));

      autogen.downgrade("base");
      assertThat(
              database.query(
                  "select relname from pg_class where relkind in ('r', 'i') and relnamespace ="
                      + " 'public'::regnamespace and relname not like 'autogen%'"))
          .as(because)
          .isEqualTo(List.of(List.of("precious")));
      assertThat(database.queryValue("select count(*) from precious")).isEqualTo("1");
    }
  }

  private static String words(String message) {
    String words = message.replaceAll("[\\s\\u0085\\u2028]+", " ").strip();
    return words.isEmpty() ? "empty message" : words;
  }

  private static void assertArrived(Connection connection, Texts texts, String because)
      throws SQLException {
    String table = quoted(texts.table());
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("insert into " + table + " default values");
    }
    assertThat(
            one(
                connection,
                """
                select array[c.relname::text, obj_description(c.oid, 'pg_class'),
                  a.attname::text, col_description(c.oid, 1), i.relname::text, k.conname::text,
                  t.typname::text, e.enumlabel::text]
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
                  join pg_index x on x.indrelid = c.oid join pg_class i on i.oid = x.indexrelid
                  join pg_constraint k on k.conrelid = c.oid and k.contype = 'c'
                  join pg_attribute m on m.attrelid = c.oid and m.attnum = 2
                  join pg_type t on t.oid = m.atttypid join pg_enum e on e.enumtypid = t.oid
                where c.relname = ?
                """,
                texts.table()))
        .as(because)
        .containsExactly(
            texts.table(),
            texts.tableComment(),
            texts.column(),
            texts.comment(),
            texts.index(),
            texts.check(),
            texts.type(),
            texts.label());
    assertThat(
            one(
                connection,
                "select array["
                    + quoted(texts.column())
                    + ", typed::text] from "
                    + table
                    + " where ? <> ''",
                "x"))
        .as(because)
        .containsExactly(texts.value(), texts.label());
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static Object[] one(Connection connection, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, parameter);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return (Object[]) row.getArray(1).getArray();
      }
    }
  }
}
