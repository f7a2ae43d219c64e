package dev.autogen.shadow;

import static dev.autogen.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.migration.Definitions;
import dev.autogen.run.InMemoryMigrations;
import dev.autogen.run.RunSettings;
import dev.autogen.testing.TestDatabase;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What migrations, generated ones and others, do to rows. */
class RowProofTest {

  private static final String SCHEMA =
      """
      create table users (id int primary key, email varchar(255) not null unique, nickname text,
        age int not null, created timestamp(6) not null);
      create table orders (id bigint generated always as identity primary key,
        user_id int not null references users on delete cascade, total numeric(10, 4) not null);
      create table notes (text varchar(20), done boolean not null);
      create schema archive;
      create table archive.notes (id int primary key, text varchar(255));
      """;

  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private static Stream<RowCase> cases() {
    return Stream.of(
        RowCase.of(
            "new column",
            op -> op.addColumn("users", column("phone", varchar(20))),
            op -> op.dropColumn("users", "phone")),
        RowCase.of(
                "dropped column",
                op -> op.dropColumn("users", "nickname"),
                op -> op.addColumn("users", column("nickname", text())))
            .says(
                "the upgrade drops users.nickname with 7 values",
                "not restored by the downgrade: users.nickname, 7 values"),
        RowCase.of(
                "dropped table",
                op -> op.dropTable("notes"),
                op ->
                    op.createTable(
                        "notes", column("text", varchar(20)), column("done", bool()).notNull()))
            .says(
                "the upgrade drops notes with 8 rows",
                "not restored by the downgrade: notes, 8 of 8 rows"),
        RowCase.of(
            "renamed table and column",
            op -> {
              op.renameTable("users", "customers");
              op.renameColumn("customers", "email", "mail");
            },
            op -> {
              op.renameColumn("customers", "mail", "email");
              op.renameTable("customers", "users");
            }),
        RowCase.sql(
            "renamed by SQL",
            "alter table notes rename to memos; alter table memos rename text to body",
            "alter table memos rename body to text; alter table memos rename to notes"),
        RowCase.of(
                "not null without a value",
                op -> {
                  op.addColumn("users", column("phone", varchar(20)));
                  op.backfill("users", "phone", null);
                  op.alterColumn("users", column("phone", varchar(20)).notNull());
                },
                op -> op.dropColumn("users", "phone"))
            .says(
                "the upgrade fails on rows: users.phone has no value in existing rows: give op.backfill its SQL expression in the migration",
                "it fails on 8 of 8 rows of users: id '900000010', phone null")
            .failing(),
        RowCase.of(
            "not null with a value",
            op -> {
              op.addColumn("users", column("phone", varchar(20)));
              op.backfill("users", "phone", "''");
              op.alterColumn("users", column("phone", varchar(20)).notNull());
            },
            op -> op.dropColumn("users", "phone")),
        RowCase.sql(
                "nullable column to not null",
                "alter table users alter nickname set not null",
                "alter table users alter nickname drop not null")
            .says(
                "the upgrade fails on rows: column \"nickname\" of relation \"users\" contains null values\n  in: alter table users alter nickname set not null",
                "it fails on 1 of 8 rows of users: id '900000060', nickname null")
            .failing(),
        RowCase.sql(
                "unique over what is not",
                "alter table notes add unique (done)",
                "alter table notes drop constraint notes_done_key")
            .says(
                "the upgrade fails on rows: could not create unique index \"notes_done_key\"; Detail: Key (done)=(t) is duplicated.\n  in: alter table notes add unique (done)")
            .failing(),
        RowCase.of(
                "losses and failures beside a failure",
                op -> {
                  op.execute("alter table users alter nickname set not null");
                  op.dropColumn("users", "age");
                  op.execute("alter table users alter email type varchar(10)");
                  op.execute("alter table users alter nickname set not null");
                  op.dropTable("notes");
                },
                op -> {
                  op.createTable(
                      "notes", column("text", varchar(20)), column("done", bool()).notNull());
                  op.execute("alter table users alter email type varchar(255)");
                  op.execute("alter table users add age int not null default 0");
                  op.execute("alter table users alter age drop default");
                  op.execute("alter table users alter nickname drop not null");
                })
            .says(
                "the upgrade fails on rows: column \"nickname\" of relation \"users\" contains null values\n  in: alter table users alter nickname set not null",
                "it fails on 1 of 8 rows of users: id '900000060', nickname null",
                "the upgrade fails on rows: value too long for type character varying(10)\n  in: alter table users alter email type varchar(10)",
                "it fails on 2 of 8 rows of users: id '2147483647', email 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' (255 characters)",
                "the upgrade drops notes with 8 rows",
                "the upgrade drops users.age with 8 values",
                "not restored by the downgrade: notes, 8 of 8 rows",
                "not restored by the downgrade: users.age, 7 of 8 values, such as '1' to '0'")
            .failing(),
        RowCase.of(
                "several rules at once",
                op -> {
                  op.alterColumn(
                      "users",
                      column("email", varchar(255)).notNull(),
                      column("email", varchar(9)));
                  op.alterColumn(
                      "users", column("nickname", text()), column("nickname", text()).notNull());
                  op.alterColumn(
                      "users", column("age", integer()).notNull(), column("age", smallint()));
                  op.addConstraint("users", Definitions.check("age > 0").named("e"));
                  op.addConstraint("users", Definitions.check("id > 0").named("d"));
                },
                op -> {
                  op.dropConstraint("users", "d");
                  op.dropConstraint("users", "e");
                  op.alterColumn(
                      "users", column("age", smallint()), column("age", integer()).notNull());
                  op.alterColumn(
                      "users", column("nickname", text()).notNull(), column("nickname", text()));
                  op.alterColumn(
                      "users",
                      column("email", varchar(9)),
                      column("email", varchar(255)).notNull());
                })
            .says(
                "the upgrade fails on rows: value too long for type character varying(9)\n  in: alter table users alter column email type varchar(9)",
                "it fails on 2 of 8 rows of users: id '2147483647', email 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' (255 characters)",
                "the upgrade fails on rows: column \"nickname\" of relation \"users\" contains null values\n  in: alter table users alter column nickname set not null",
                "it fails on 1 of 8 rows of users: id '900000060', nickname null",
                "the upgrade fails on rows: smallint out of range\n  in: alter table users alter column age type smallint",
                "it fails on 2 of 8 rows of users: id '-2147483648', age '-2147483648'",
                "the upgrade fails on rows: check constraint \"e\" of relation \"users\" is violated by some row\n  in: alter table users add constraint e check (age > 0)",
                "it fails on 3 of 8 rows of users: id '-2147483648', age '-2147483648'",
                "the upgrade fails on rows: check constraint \"d\" of relation \"users\" is violated by some row\n  in: alter table users add constraint d check (id > 0)",
                "it fails on 1 of 8 rows of users: id '-2147483648'")
            .failing(),
        RowCase.sql(
                "shorter text",
                "alter table users alter email type varchar(10)",
                "alter table users alter email type varchar(255)")
            .says(
                "the upgrade fails on rows: value too long for type character varying(10)\n  in: alter table users alter email type varchar(10)",
                "it fails on 2 of 8 rows of users: id '2147483647', email 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' (255 characters)")
            .failing(),
        RowCase.sql(
                "text cut off",
                "alter table users drop constraint users_email_key;"
                    + " alter table users alter email type varchar(4) using left(email, 4)",
                "alter table users alter email type varchar(255);"
                    + " alter table users add unique (email)")
            .says(
                "users.email: 4 of 8 values changed by the upgrade, such as 'Zoë 😀 日本' to 'Zoë '",
                "not restored by the downgrade: users.email, 4 of 8 values, such as 'Zoë 😀 日本' to 'Zoë '"),
        RowCase.sql(
                "smaller scale",
                "alter table orders alter total type numeric(10, 2)",
                "alter table orders alter total type numeric(10, 4)")
            .says(
                "orders.total: 5 of 8 values changed by the upgrade, such as '0.0001' to '0.00'",
                "not restored by the downgrade: orders.total, 5 of 8 values, such as '0.0001' to '0.0000'"),
        RowCase.sql(
            "larger type",
            "alter table users alter age type bigint, alter created type timestamptz"
                + " using created at time zone 'UTC'; alter table orders alter total type text",
            "alter table users alter age type int, alter created type timestamp(6)"
                + " using created at time zone 'UTC';"
                + " alter table orders alter total type numeric(10, 4) using total::numeric"),
        RowCase.sql(
                "smaller number",
                "alter table users alter age type smallint",
                "alter table users alter age type int")
            .says(
                "the upgrade fails on rows: smallint out of range\n  in: alter table users alter age type smallint",
                "it fails on 2 of 8 rows of users: id '-2147483648', age '-2147483648'")
            .failing(),
        RowCase.sql(
                "number to boolean",
                "alter table users alter age type boolean using age <> 0",
                "alter table users alter age type int using age::int")
            .says(
                "users.age: 6 of 8 values changed by the upgrade, such as '7' to 't'",
                "not restored by the downgrade: users.age, 6 of 8 values, such as '7' to '1'"),
        RowCase.sql(
            "boolean to number",
            "alter table notes alter done type smallint using done::int",
            "alter table notes alter done type boolean using done <> 0"),
        RowCase.sql("changed values", "update users set nickname = lower(nickname)", "select 1")
            .says(
                "users.nickname: 3 of 7 values changed by the upgrade, such as 'Abc' to 'abc'",
                "not restored by the downgrade: users.nickname, 3 of 7 values, such as 'Abc' to 'abc'"),
        RowCase.sql("deleted rows", "delete from orders where id > 900000060", "select 1")
            .says(
                "orders: 2 of 8 rows lost by the upgrade",
                "not restored by the downgrade: orders, 2 of 8 rows"),
        RowCase.sql("deleted parents", "delete from users where id > 900000030", "select 1")
            .says(
                "orders: 4 of 8 rows lost by the upgrade, and no statement of it deletes from orders",
                "users: 4 of 8 rows lost by the upgrade",
                "not restored by the downgrade: orders, 4 of 8 rows",
                "not restored by the downgrade: users, 4 of 8 rows")
            .failing(),
        RowCase.of(
                "deleted rows unheard",
                op ->
                    op.connection(
                        connection -> {
                          try (Statement statement = connection.createStatement()) {
                            statement.execute("delete from notes where done");
                          }
                        }),
                op -> {})
            .says(
                "notes: 4 of 8 rows lost by the upgrade, and no statement of it deletes from notes",
                "not restored by the downgrade: notes, 4 of 8 rows")
            .failing(),
        RowCase.of(
                "deleted rows unheard and on purpose",
                op -> {
                  op.connection(
                      connection -> {
                        try (Statement statement = connection.createStatement()) {
                          statement.execute("delete from notes where done");
                        }
                      });
                  op.losesRows("notes", "what is done is not kept");
                },
                op -> {})
            .says(
                "notes: 4 of 8 rows lost by the upgrade: what is done is not kept",
                "not restored by the downgrade: notes, 4 of 8 rows"),
        RowCase.of(
                "other rows deleted than it says",
                op -> {
                  op.connection(
                      connection -> {
                        try (Statement statement = connection.createStatement()) {
                          statement.execute("delete from notes where done");
                        }
                      });
                  op.losesRows(qualified("archive", "notes"), "they are old");
                },
                op -> {})
            .says(
                "notes: 4 of 8 rows lost by the upgrade, and no statement of it deletes from notes",
                "not restored by the downgrade: notes, 4 of 8 rows")
            .failing(),
        RowCase.sql(
                "failing in another schema",
                "alter table archive.notes alter text type varchar(10)",
                "alter table archive.notes alter text type varchar(255)")
            .says(
                "the upgrade fails on rows: value too long for type character varying(10)\n  in: alter table archive.notes alter text type varchar(10)",
                "it fails on 2 of 8 rows of archive.notes: id '2147483647', text '"
                    + "x".repeat(40)
                    + "…' (255 characters)")
            .failing(),
        RowCase.sql("rows deleted by the downgrade alone", "select 1", "delete from notes")
            .says("not restored by the downgrade: notes, 8 of 8 rows"),
        RowCase.sql(
                "new table by copy",
                "create table memos as select * from notes; drop table notes",
                "create table notes (text varchar(20), done boolean not null);"
                    + " insert into notes select * from memos; drop table memos")
            .says("the upgrade drops notes with 8 rows"),
        RowCase.sql("added rows", "insert into notes values ('new', true)", "select 1")
            .says("notes: 1 row added by the upgrade", "left by the downgrade: notes, 1 row"),
        RowCase.sql(
                "seed rows with numbers of their own",
                "insert into orders overriding system value select n, id, 1"
                    + " from users, generate_series(1, 6) n where id = 900000010;"
                    + " insert into users (id, email, age, created) values (0, 'root@x', 1, now()),"
                    + " (1, 'a@x', 1, now()), (42, 'b@x', 1, now())",
                "delete from orders where id < 10; delete from users where id in (0, 1, 42)")
            .says("orders: 6 rows added by the upgrade", "users: 3 rows added by the upgrade"),
        RowCase.sql(
            "rows by numbers that are seldom there",
            "delete from users where id in (0, 1, 2, 3); delete from orders where id < 100",
            "select 1"),
        RowCase.sql(
                "numbers by the sequence of a key",
                "insert into orders (user_id, total) select 900000010, 1",
                "delete from orders where id = 1")
            .says("orders: 1 row added by the upgrade"),
        RowCase.sql(
            "new keys",
            "alter table orders drop constraint orders_user_id_fkey;"
                + " update users set id = id / 2 + 1073741824 where id > 2000000000",
            "alter table orders add constraint orders_user_id_fkey foreign key (user_id)"
                + " references users on delete cascade"),
        RowCase.sql(
                "failing downgrade",
                "alter table users alter nickname set default 'none'",
                "alter table users alter nickname drop default;"
                    + " alter table users add column code int not null;"
                    + " alter table users drop column code")
            .says(
                "the downgrade fails on rows: column \"code\" of relation \"users\" contains null values\n  in: alter table users add column code int not null",
                "it fails on 8 of 8 rows of users: id '900000010'")
            .failing());
  }

  @TestFactory
  Stream<DynamicTest> rows() {
    return cases().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private static void check(RowCase each) {
    Proof.Result result = prove(each, true);

    assertThat(result.failures()).isEmpty();
    assertThat(result.rows().lines()).containsExactlyElementsOf(each.lines());
    assertThat(result.rows().fails()).isEqualTo(each.fails());
    assertThat(result.rows().scale()).isEqualTo("32 rows in 4 tables");
    assertThat(result.holds()).isTrue();
  }

  private static Proof.Result prove(RowCase each, boolean withRows) {
    Dialect dialect = Dialects.of(database.url());
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql("aaa1", SCHEMA, "drop table orders, users, notes")
            .then("aaa2", each.upgrade(), each.downgrade());
    Shadow shadow = new WipedShadow(database.connections(), dialect);
    return new Proof(
            new ProofStart(shadow, dialect, migrations, RunSettings.DEFAULT, List.of()), withRows)
        .of(migrations.history().get("aaa2"), null, null);
  }
}
