package dev.autogen.dialect.sqlite;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.check;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.foreignKey;
import static dev.autogen.migration.Definitions.index;
import static dev.autogen.migration.Definitions.integer;
import static dev.autogen.migration.Definitions.type;
import static dev.autogen.migration.Definitions.unique;
import static dev.autogen.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.migration.Operations;
import dev.autogen.run.InMemoryMigrations;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunListener;
import dev.autogen.run.RunSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rebuild of a table leaves of everything that SQLite can hold: all of it. */
class RebuildTest {

  private static final String SCHEMA =
      """
      create table "Parent" (
        id integer primary key autoincrement, -- numbered, never again
        "Weird ""Name" int, [brack et] text, `tick` int default (1 + 1),
        code varchar(20) collate nocase not null on conflict ignore,
        constraint uq_code unique (code) on conflict replace,
        check (length(code) > 0 /* a, comment ) */)
      );
      create table child (
        id integer primary key,
        parent_id int constraint fk_p references Parent on delete cascade deferrable initially deferred,
        boss int references child (id) on update set null,
        total real generated always as (price * 2) virtual, price real not null default 1.50,
        doubled real as (price + price) stored,
        kind text check (kind in ('a', 'b,c')) default 'a',
        constraint named check (child.price >= 0)
      );
      create table plain (a text, b);
      create table tight (k text primary key, v int) without rowid;
      create table exact (id integer primary key, n int not null, d any) strict;
      create unique index ix_part on child (kind) where kind = 'b,c';
      create index ix_expr on child (lower(kind) desc, price);
      create index [ix odd] on "Parent" ("Weird ""Name", `tick`);
      create view v_child as select c.id, p.code from child c join Parent p on p.id = c.parent_id;
      create view v_plain as select * from plain;
      create table log (what text);
      create trigger tr_child after insert on child begin insert into log values ('in ' || new.id); end;
      create trigger tr_other after delete on plain begin update child set price = 3 where kind = 'a'; end;
      create trigger tr_view instead of insert on v_child begin insert into log values ('view'); end;
      insert into Parent (id, code) values (1, 'x'), (7, 'Y'), (40, 'gone');
      delete from Parent where id = 40;
      insert into child (id, parent_id, boss, price, kind) values (1, 1, 1, 2.5, 'a'), (2, 7, 1, 0, 'b,c');
      insert into plain (rowid, a, b) values (3, 'three', x'00ff'), (9, 'nine', 1.5), (10, null, 9007199254740993);
      insert into tight values ('k', 1), ('a', 2);
      insert into exact values (1, 2, 'any'), (5, 6, 7);
      """;

  @TempDir Path directory;
  private String url;

  @BeforeEach
  void create() throws SQLException {
    url = "jdbc:sqlite:" + directory.resolve("rich.db") + "?foreign_keys=true";
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String sql : SqliteText.RULES.statements(SCHEMA)) {
        statement.execute(sql);
      }
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(url);
  }

  private void migrate(Consumer<Operations> upgrade) {
    InMemoryMigrations migrations = new InMemoryMigrations().then("a1", upgrade::accept);
    RunSettings settings = RunSettings.DEFAULT;
    new MigrationRunner(this::open, new SqliteDialect(), migrations, settings).upgrade("head");
  }

  /** Everything there is: the catalog, what the pragmas say, the rows with their numbers. */
  private TreeMap<String, String> everything() throws SQLException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Connection connection = open()) {
      for (List<String> each :
          rows(
              connection,
              "select type, name, sql from sqlite_master where name not like 'autogen%' and"
                  + " name not like 'sqlite_autoindex_autogen%'")) {
        all.put(each.get(0) + " " + each.get(1), each.get(2));
      }
      for (String table : List.of("Parent", "child", "plain", "tight", "exact", "log")) {
        String rowid = table.equals("tight") ? "" : "rowid, ";
        all.put(
            "rows of " + table, rows(connection, "select " + rowid + "* from " + table).toString());
        for (String pragma : List.of("table_xinfo", "foreign_key_list", "index_list")) {
          all.put(
              pragma + " of " + table,
              rows(connection, "select * from pragma_" + pragma + "('" + table + "')").toString());
        }
      }
      all.put(
          "sequence",
          rows(connection, "select * from sqlite_sequence where name = 'Parent'").toString());
      all.put("check", rows(connection, "pragma integrity_check").toString());
      all.put("orphans", rows(connection, "pragma foreign_key_check").toString());
      all.put("view", rows(connection, "select * from v_child").toString());
    }
    return all;
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          Object value = row.getObject(i);
          values.add(
              value instanceof byte[] bytes
                  ? HexFormat.of().formatHex(bytes)
                  : String.valueOf(value));
        }
        rows.add(values);
      }
    }
    return rows;
  }

  /** A constraint that comes and goes leaves two rebuilds behind, and nothing else. */
  @Test
  void keeps_everything_that_does_not_change() throws SQLException {
    TreeMap<String, String> before = everything();
    for (String table : List.of("parent", "child", "plain", "tight", "exact")) {
      migrateOn(table);
    }
    TreeMap<String, String> after = everything();
    // The name of the table is in quotes after a rename.
    before.replaceAll((key, text) -> key.startsWith("table ") ? headless(text) : text);
    after.replaceAll((key, text) -> key.startsWith("table ") ? headless(text) : text);
    assertThat(after).isEqualTo(before);
  }

  private void migrateOn(String table) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("drop table if exists autogen_version");
    }
    migrate(
        op -> {
          op.addConstraint(table, check("1 = 1").named("for_now"));
          op.execute("select 1");
          op.dropConstraint(table, "for_now");
        });
  }

  private static String headless(String create) {
    // What qualifies by the table's own name loses that, because the name is another meanwhile.
    return create.substring(create.indexOf('(')).replace("child.price", "price");
  }

  @Test
  void changes_what_is_asked_for_and_nothing_else() throws SQLException {
    TreeMap<String, String> before = everything();
    migrate(
        op -> {
          op.alterColumn("child", column("kind", type("text")).notNull().serverDefault("'a'"));
          op.addColumn("child", column("note", varchar(10)));
          op.addConstraint("child", unique("parent_id", "kind").named("uq_pair"));
          op.dropConstraint("child", "child_boss_fkey");
          op.dropConstraint("parent", "parent_check");
          op.addColumn("parent", column("size", integer()).notNull().serverDefault("5"));
          op.addConstraint("parent", check("size < 10").named("ck_size"));
        });
    TreeMap<String, String> after = everything();
    assertThat(after.get("table child"))
        .contains(
            "constraint fk_p references Parent on delete cascade deferrable initially deferred")
        .contains("kind text not null check (kind in ('a', 'b,c')) default 'a'")
        .contains("boss int,", "note varchar(10)", "constraint uq_pair unique (parent_id, kind)")
        .doesNotContain("references child");
    assertThat(after.get("table Parent"))
        .contains("-- numbered, never again", "collate nocase not null on conflict ignore")
        .contains("unique (code) on conflict replace", "size integer", "check (size < 10)")
        .doesNotContain("length(code)");
    assertThat(after.get("rows of child")).contains("[1, 1, 1, 1, 5.0, 2.5, 5.0, a, null]");
    for (String same :
        List.of(
            "rows of plain",
            "rows of log",
            "sequence",
            "index ix_part",
            "index ix_expr",
            "index ix odd",
            "trigger tr_child",
            "trigger tr_other",
            "view",
            "check",
            "orphans")) {
      assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
    }
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into Parent (code) values ('next')");
      assertThat(rows(connection, "select max(id) from Parent").toString()).isEqualTo("[[41]]");
      statement.execute("insert into child (parent_id) values (41)");
      assertThat(rows(connection, "select count(*) from log").toString()).isEqualTo("[[3]]");
    }
  }

  @Test
  void many_operations_on_a_table_are_one_rebuild() {
    List<String> statements = new ArrayList<>();
    RunSettings settings =
        RunSettings.DEFAULT.withListener(
            new RunListener() {
              @Override
              public void statement(String sql) {
                statements.add(sql);
              }
            });
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op -> {
                  op.dropConstraint("child", "named");
                  op.dropConstraint("parent", "uq_code");
                  op.alterColumn("child", column("price", bigint()));
                  op.addColumn("child", column("pal", integer()));
                  op.createTable("fresh", column("id", integer()));
                  op.addConstraint("child", foreignKey("pal").references("child", "id"));
                  op.createIndex("child", index("ix_pal", "pal"));
                  op.dropColumn("parent", "tick");
                });
    new MigrationRunner(this::open, new SqliteDialect(), migrations, settings).upgrade("head");
    assertThat(statements.stream().filter(sql -> sql.startsWith("drop table")))
        .containsExactlyInAnyOrder("drop table \"child\"", "drop table \"Parent\"");
  }

  @Test
  void a_batch_is_one_rebuild_and_does_what_its_operations_do() throws SQLException {
    List<String> statements = new ArrayList<>();
    RunSettings settings =
        RunSettings.DEFAULT.withListener(
            new RunListener() {
              @Override
              public void statement(String sql) {
                statements.add(sql);
              }
            });
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "a1",
                op ->
                    op.batchAlterTable(
                        "child",
                        b -> {
                          b.dropConstraint("named");
                          b.addColumn(column("pal", integer()));
                          b.alterColumn(column("price", bigint()));
                          b.backfill("pal", "7");
                          b.addConstraint(check("pal > 0").named("ck_pal"));
                          b.createIndex(index("ix_pal", "pal"));
                          b.dropIndex("ix_part");
                        }));
    new MigrationRunner(this::open, new SqliteDialect(), migrations, settings).upgrade("head");

    assertThat(statements.stream().filter(sql -> sql.startsWith("drop table"))).hasSize(1);
    TreeMap<String, String> after = everything();
    assertThat(after.get("table child"))
        .contains("price bigint", "pal integer", "constraint ck_pal check (pal > 0)")
        .doesNotContain("constraint named");
    assertThat(after).containsKey("index ix_pal").doesNotContainKey("index ix_part");
    assertThat(after.get("rows of child")).contains("a, 7]");
  }

  @Test
  void rows_that_lose_their_parent_are_refused() throws SQLException {
    TreeMap<String, String> before = everything();
    assertThatThrownBy(() -> migrate(op -> op.execute("delete from Parent where id = 7")))
        .hasMessageContaining("the row 2 of child refers to a row of Parent that is not there");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void views_and_triggers_that_would_break_are_refused() throws SQLException {
    TreeMap<String, String> before = everything();
    assertThatThrownBy(
            () ->
                migrate(
                    op -> {
                      op.alterColumn("parent", column("tick", bigint()));
                      op.dropConstraint("parent", "uq_code");
                      op.dropColumn("parent", "code");
                    }))
        .hasMessageContaining("view v_child");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void a_constraint_that_is_not_there_is_named_with_those_that_are() {
    assertThatThrownBy(() -> migrate(op -> op.dropConstraint("child", "nothing")))
        .hasMessageContaining("cannot drop the constraint nothing of child")
        .hasMessageContaining("child_boss_fkey");
  }

  @Test
  void rows_that_a_constraint_forbids_make_it_fail_and_stay() throws SQLException {
    TreeMap<String, String> before = everything();
    assertThatThrownBy(
            () -> migrate(op -> op.addConstraint("plain", check("a <> 'nine'").named("no_nine"))))
        .hasMessageContaining("CHECK constraint failed: no_nine");
    assertThat(everything()).isEqualTo(before);
  }
}
