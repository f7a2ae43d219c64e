package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counterparts of Alembic's directives, each run on PostgreSQL, up and down. */
class AlembicOperationsTest {

  private static final String UPGRADE =
      """
      op.createTable("users", column("id", integer()).notNull(), column("name", varchar(10)),
          column("born", text()), primaryKey("id"));
      op.createTable("teams", column("id", integer()).notNull(), column("lead", integer()),
          column("size", integer()), column("during", type("int4range")));
      op.renameTable("teams", "crews");
      op.commentTable("crews", "who works together");
      op.commentTable("crews", null);
      op.addColumn("users", column("active", bool()).notNull().serverDefault("true"));
      op.alterColumn("users", column("name", varchar(10)),
          column("name", varchar(80)).notNull().serverDefault("'?'").comment("in full"));
      op.alterColumn("users", column("born", text()), column("born", date()), "born::date");
      op.renameColumn("users", "born", "birthday");
      op.dropColumn("users", "active");
      op.addConstraint("crews", primaryKey("id").named("crews_pk"));
      op.addConstraint("crews",
          foreignKey("lead").references("users", "id").named("crews_lead_fk"));
      op.addConstraint("crews", unique("size").named("crews_size_key"));
      op.addConstraint("crews", check("size > 0").named("crews_size_positive"));
      op.execute("alter table crews add constraint crews_apart exclude using gist (during with &&)",
          "alter table crews drop constraint crews_apart");
      op.dropConstraint("crews", "crews_size_key");
      op.createIndex("users", index("ix_users_birthday", "birthday"));
      op.createIndex("users", index("ux_users_name", expression("lower(name)")).unique());
      op.dropIndex("users", "ix_users_birthday");
      op.bulkInsert("users", java.util.List.of(java.util.Map.of("id", 1, "name", "Ann")));
      op.connection(c -> {
        try (var update = c.prepareStatement("update users set name = ? where id = 1")) {
          update.setString(1, "Bea");
          update.executeUpdate();
        }
      });
      if (op.inspect().table(QualifiedName.of("crews")).isPresent()) {
        op.execute("insert into crews (id, lead, size) values (1, 1, " + op.argument("size", "3") + ")");
      }
      op.run(new dev.autogen.operation.ExecuteSql("select 1", null));
      op.autocommit(o -> o.createIndexConcurrently("users", index("ix_users_id", "id", "name")));
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void each_runs_up_and_down() {
    TestProject project =
        TestProject.at(directory, database.url())
            .write(
                "src/main/java/db/migrations/M_aaa1.java",
                """
                package db.migrations;
                import static dev.autogen.migration.Definitions.*;
                import dev.autogen.migration.*;
                import dev.autogen.schema.QualifiedName;
                @Revision(id = "aaa1")
                public final class M_aaa1 implements Migration {
                  @Override public void upgrade(Operations op) {
                %s
                  }
                  @Override public void downgrade(Operations op) {
                    op.dropIndex("users", "ix_users_id");
                    op.dropTable("crews");
                    op.dropTable("users");
                  }
                }
                """
                    .formatted(UPGRADE));

    Result upgrade = project.run("upgrade", "-x", "size=5");

    assertThat(upgrade.code()).as(upgrade.err()).isZero();
    assertThat(database.query("select name, size from users join crews on lead = users.id"))
        .isEqualTo(List.of(List.of("Bea", "5")));
    assertThat(
            database.query(
                "select conname from pg_constraint where conrelid = 'crews'::regclass"
                    + " and contype <> 'n' order by 1"))
        .isEqualTo(
            List.of(
                List.of("crews_apart"),
                List.of("crews_lead_fk"),
                List.of("crews_pk"),
                List.of("crews_size_positive")));
    assertThat(
            database.query("select indexname from pg_indexes where tablename = 'users' order by 1"))
        .isEqualTo(
            List.of(List.of("ix_users_id"), List.of("users_pkey"), List.of("ux_users_name")));
    assertThat(project.run("downgrade").code()).isZero();
    assertThat(database.query("select * from pg_tables where tablename in ('users', 'crews')"))
        .isEmpty();
  }
}
