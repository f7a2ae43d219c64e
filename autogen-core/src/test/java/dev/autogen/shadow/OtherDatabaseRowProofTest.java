package dev.autogen.shadow;

import static dev.autogen.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.migration.Definitions;
import dev.autogen.rows.RowReport;
import dev.autogen.run.InMemoryMigrations;
import dev.autogen.run.RunSettings;
import dev.autogen.testing.OtherDatabase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What migrations do to rows on H2, SQLite, MariaDB and MySQL: as {@link RowProofTest} has it. */
class OtherDatabaseRowProofTest {

  private static final Map<OtherDatabase, OtherDatabase.Empty> DATABASES = new HashMap<>();

  private static Stream<RowCase> cases() {
    return Stream.of(
        RowCase.of(
            "new column",
            op -> op.addColumn("users", column("phone", varchar(20))),
            op -> op.dropColumn("users", "phone")),
        RowCase.of(
                "dropped column",
                op -> op.dropColumn("users", "nickname"),
                op -> op.addColumn("users", column("nickname", varchar(255))))
            .says(
                "the upgrade drops users.nickname with 7 values",
                "not restored by the downgrade: users.nickname, 7 values"),
        RowCase.of(
                "dropped table",
                op -> op.dropTable("notes"),
                op ->
                    op.createTable(
                        "notes", column("text", varchar(20)), column("n", integer()).notNull()))
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
        RowCase.of(
            "renamed by SQL",
            op -> {
              op.execute("alter table notes rename to memos");
              op.renameColumn("memos", "text", "body");
            },
            op -> {
              op.renameColumn("memos", "body", "text");
              op.execute("alter table memos rename to notes");
            }),
        RowCase.of(
                "not null without a value",
                op -> {
                  op.addColumn("users", column("phone", varchar(20)));
                  op.backfill("users", "phone", null);
                  op.alterColumn("users", column("phone", varchar(20)).notNull());
                },
                op -> op.dropColumn("users", "phone"))
            .says(
                "the upgrade fails on rows: users.phone has no value in existing rows: give op.backfill its SQL expression in the migration…",
                "it fails on 8 of 8 rows of users: id …")
            .failing(),
        RowCase.of(
            "not null with a value",
            op -> {
              op.addColumn("users", column("phone", varchar(20)));
              op.backfill("users", "phone", "''");
              op.alterColumn("users", column("phone", varchar(20)).notNull());
            },
            op -> op.dropColumn("users", "phone")),
        RowCase.of(
                "nullable column to not null",
                op ->
                    op.alterColumn(
                        "users",
                        column("nickname", varchar(255)),
                        column("nickname", varchar(255)).notNull()),
                op ->
                    op.alterColumn(
                        "users",
                        column("nickname", varchar(255)).notNull(),
                        column("nickname", varchar(255))))
            .says("the upgrade fails on rows: …", "it fails on 1 of 8 rows of users: id …")
            .failing(),
        RowCase.of(
                "unique over what is not",
                op -> op.addConstraint("orders", unique("user_id").named("uq_user")),
                op -> op.dropConstraint("orders", "uq_user"))
            .says("the upgrade fails on rows: …")
            .failing(),
        RowCase.of(
                "a check that rows violate",
                op -> op.addConstraint("users", Definitions.check("age > 0").named("positive")),
                op -> op.dropConstraint("users", "positive"))
            .says("the upgrade fails on rows: …", "it fails on 3 of 8 rows of users: id …")
            .failing(),
        RowCase.of(
                "changed values",
                op -> op.execute("update users set nickname = 'same' where nickname is not null"),
                op -> {})
            .says(
                "users.nickname: 7 of 7 values changed by the upgrade, such as …",
                "not restored by the downgrade: users.nickname, 7 values, such as …"),
        RowCase.of(
                "deleted rows",
                op -> op.execute("delete from orders where id > 900000050"),
                op -> {})
            .says(
                "orders: 2 of 8 rows lost by the upgrade",
                "not restored by the downgrade: orders, 2 of 8 rows"),
        RowCase.of(
                "rows deleted unheard",
                op ->
                    op.connection(
                        connection -> {
                          try (var statement = connection.createStatement()) {
                            statement.execute("delete from orders where id > 900000050");
                          }
                        }),
                op -> {})
            .says(
                "orders: 2 of 8 rows lost by the upgrade, and no statement of it deletes from orders",
                "not restored by the downgrade: orders, 2 of 8 rows")
            .failing(),
        RowCase.of("added rows", op -> op.execute("insert into notes values ('new', 1)"), op -> {})
            .says("notes: 1 row added by the upgrade", "left by the downgrade: notes, 1 row"),
        RowCase.of(
                "failing downgrade",
                op -> op.execute("update notes set n = 4 where n > 0"),
                op -> {
                  op.addConstraint("notes", Definitions.check("n <> 4").named("no_four"));
                  op.execute("update notes set n = n");
                  op.dropConstraint("notes", "no_four");
                })
            .says(
                "the downgrade fails on rows: …",
                "it fails on 5 of 8 rows of notes: …",
                "notes.n: 5 of 8 values changed by the upgrade, such as …",
                "not restored by the downgrade: notes.n, 5 of 8 values, such as …")
            .failing());
  }

  /** On SQLite a shorter type refuses nothing and changes nothing. */
  private static Stream<RowCase> casesOfTypes(OtherDatabase kind) {
    RowCase shorter =
        RowCase.of(
            "shorter text",
            op ->
                op.alterColumn(
                    "users",
                    column("email", varchar(255)).notNull(),
                    column("email", varchar(10)).notNull()),
            op ->
                op.alterColumn(
                    "users",
                    column("email", varchar(10)).notNull(),
                    column("email", varchar(255)).notNull()));
    RowCase scale =
        RowCase.of(
            "smaller scale",
            op ->
                op.alterColumn(
                    "orders",
                    column("total", numeric(10, 4)).notNull(),
                    column("total", numeric(10, 2)).notNull()),
            op ->
                op.alterColumn(
                    "orders",
                    column("total", numeric(10, 2)).notNull(),
                    column("total", numeric(10, 4)).notNull()));
    RowCase larger =
        RowCase.of(
            "larger type",
            op ->
                op.alterColumn(
                    "users", column("age", integer()).notNull(), column("age", bigint()).notNull()),
            op ->
                op.alterColumn(
                    "users",
                    column("age", bigint()).notNull(),
                    column("age", integer()).notNull()));
    if (kind == OtherDatabase.SQLITE) {
      return Stream.of(shorter, scale, larger);
    }
    return Stream.of(
        shorter
            .says("the upgrade fails on rows: …", "it fails on 2 of 8 rows of users: id …")
            .failing(),
        scale.says(
            "orders.total: 5 of 8 values changed by the upgrade, such as '0.0001' to '0.00'",
            "not restored by the downgrade: orders.total, 5 of 8 values, such as '0.0001' to '0.0000'"),
        larger);
  }

  @TestFactory
  Stream<DynamicTest> rows() {
    return OtherDatabase.present()
        .flatMap(
            kind ->
                Stream.concat(cases(), casesOfTypes(kind))
                    .map(
                        each ->
                            DynamicTest.dynamicTest(
                                kind + ": " + each.name(), () -> check(kind, each))));
  }

  private static void check(OtherDatabase kind, RowCase each) throws Exception {
    Proof.Result result = prove(kind, each);

    RowReport rows = result.rows();
    assertThat(result.failures()).isEmpty();
    assertThat(rows.withoutRows()).isEmpty();
    assertThat(rows.lines()).as("%s", rows.lines()).hasSize(each.lines().size());
    for (int i = 0; i < each.lines().size(); i++) {
      String expected = each.lines().get(i);
      if (expected.endsWith("…")) {
        assertThat(rows.lines().get(i)).startsWith(expected.substring(0, expected.length() - 1));
      } else {
        assertThat(rows.lines().get(i)).isEqualTo(expected);
      }
    }
    assertThat(rows.fails()).isEqualTo(each.fails());
    assertThat(rows.scale()).isEqualTo("24 rows in 3 tables");
    assertThat(result.holds()).isTrue();
  }

  private static Proof.Result prove(OtherDatabase kind, RowCase each) throws Exception {
    OtherDatabase.Empty database = database(kind);
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .then(
                "aaa1",
                op -> {
                  op.createTable(
                      "users",
                      column("id", integer()).notNull(),
                      column("email", varchar(255)).notNull(),
                      column("nickname", varchar(255)),
                      column("age", integer()).notNull(),
                      primaryKey("id"),
                      unique("email").named("uq_email"));
                  op.createTable(
                      "orders",
                      column("id", integer()).notNull(),
                      column("user_id", integer()).notNull(),
                      column("total", numeric(10, 4)).notNull(),
                      primaryKey("id"),
                      foreignKey("user_id").references("users", "id").named("fk_user"));
                  op.createIndex("orders", index("ix_user", "user_id"));
                  op.createTable(
                      "notes", column("text", varchar(20)), column("n", integer()).notNull());
                },
                op -> {})
            .then("aaa2", each.upgrade(), each.downgrade());
    Shadow shadow = new WipedShadow(database.connections(), database.dialect());
    return new Proof(
            new ProofStart(shadow, database.dialect(), migrations, RunSettings.DEFAULT, List.of()),
            true)
        .of(migrations.history().get("aaa2"), null, null);
  }

  private static synchronized OtherDatabase.Empty database(OtherDatabase kind)
      throws SQLException, java.io.IOException {
    OtherDatabase.Empty known = DATABASES.get(kind);
    if (known == null) {
      known = kind.create();
      DATABASES.put(kind, known);
    }
    return known;
  }
}
