package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.model.HibernateVersion;
import dev.autogen.testing.MySqlServer;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose migrations run on several kinds of database. */
class SeveralDialectsTest {

  private static final String NAMING =
      "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

  private static final String THING =
      """
      package com.acme;
      import jakarta.persistence.*;
      import java.math.*; import java.time.*; import java.util.*;
      import org.hibernate.annotations.*;
      import org.hibernate.type.SqlTypes;
      @Entity @jakarta.persistence.Table(name = "things",
          indexes = @jakarta.persistence.Index(name = "things_code", columnList = "code"))
      public class Thing {
        public enum Kind { A, B }
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
        @Column(length = 40, unique = true) String code;
        boolean flag; Integer i; short s; byte b; float f; double d; char c;
        @Column(precision = 10, scale = 2) BigDecimal price;
        LocalDate day; LocalTime time; LocalDateTime at; Instant instant; OffsetDateTime off;
        UUID uuid; @JdbcTypeCode(SqlTypes.JSON) Map<String, String> json;
        byte[] bytes; @Lob String text; @Column(length = 100000) String longer;
        @Enumerated(EnumType.STRING) Kind kind; @Enumerated Kind ordinal;
        @ColumnDefault("'x'") @Column(nullable = false) String word;
        @ColumnDefault("0") int zero;
        @ColumnDefault("CURRENT_TIMESTAMP") @Column(nullable = false) Instant created;
        @ManyToOne Thing parent;
        @Version int version;
      }
      """;

  private static final String OTHER =
      """
      package com.acme;
      import jakarta.persistence.*;
      import java.util.*;
      @Entity @Table(name = "others")
      public class Other {
        @Id @GeneratedValue Long id;
        @ManyToOne(optional = false) Thing thing;
        @ElementCollection List<String> tags;
        @org.hibernate.annotations.Comment("who made it") UUID maker;
      }
      """;

  @TempDir Path directory;
  private final TestDatabase postgres = TestDatabase.create();
  private final Map<String, String> urls = new LinkedHashMap<>();
  private TestProject project;

  @BeforeEach
  void create() throws SQLException {
    urls.put("postgresql", postgres.url());
    urls.put("sqlite", "jdbc:sqlite:" + directory.resolve("dev.db"));
    urls.put("h2", "jdbc:h2:" + directory.resolve("dev"));
    for (MySqlServer server : List.of(MySqlServer.MARIADB, MySqlServer.MYSQL)) {
      if (server.isThere()) {
        urls.put(server.label().toLowerCase(), server.url(server.create()));
      } else {
        System.out.println("NOT TRIED: " + server.label());
      }
    }
    List<Path> entries = new ArrayList<>(HibernateVersion.values()[0].jars());
    entries.add(HibernateVersion.values()[0].communityDialects());
    String names =
        urls.entrySet().stream()
            .map(
                each ->
                    "[name.%s]\ndatabase.url = \"%s\"\n".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining());
    project =
        new TestProject(directory)
            .write(
                "autogen.toml",
                """
                [database]
                url = "%s"
                [migrations]
                dialects = [%s]
                [model]
                classpath = ["target/classes"%s]
                [model.properties]
                hibernate.physical_naming_strategy = "%s"
                %s
                """
                    .formatted(
                        postgres.url(),
                        quoted(urls.keySet().stream().toList()),
                        entries.stream()
                            .map(each -> ", \"" + each.toAbsolutePath() + "\"")
                            .collect(Collectors.joining()),
                        NAMING,
                        names));
  }

  private static String quoted(List<String> names) {
    return names.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
  }

  @AfterEach
  void drop() {
    postgres.close();
  }

  private Result ok(String... arguments) {
    Result result = project.run(arguments);
    assertThat(result.code()).as(String.join(" ", arguments) + "\n" + result.all()).isZero();
    return result;
  }

  private void onEach(String... command) {
    for (String name : urls.keySet()) {
      List<String> all = new ArrayList<>(List.of("-n", name));
      all.addAll(List.of(command));
      ok(all.toArray(String[]::new));
    }
  }

  private String last() throws IOException {
    List<Path> files = project.migrations();
    return Files.readString(files.get(files.size() - 1));
  }

  @Test
  void one_file_is_right_on_each_database_up_and_down() throws IOException {
    project.compile(THING);
    Result first = ok("revision", "-m", "first", "--rev-id", "a1");
    assertThat(first.out()).containsPattern("Proven on PostgreSQL [0-9.]+, SQLite [0-9.]+");
    assertThat(last())
        .contains(
            "dialects = {" + quoted(urls.keySet().stream().toList()) + "}",
            "column(\"flag\", bool()).notNull(),",
            "column(\"instant\", timestamptz()),",
            "column(\"uuid\", uuid()),",
            "column(\"json\", jsonb()),")
        .containsPattern("column\\(\"kind\", varchar\\(255\\)\\)\\.on\\(.*\"h2\".*enum")
        .containsPattern(
            "on\\(List.of\\(\"postgresql\", \"sqlite\"\\), check\\(\"kind in \\('A','B'\\)\"\\)");
    onEach("upgrade");
    onEach("check");

    project.compile(
        THING
            .replace("A, B", "A, B, D")
            .replace("length = 40", "length = 60")
            .replace("Integer i;", "Long i; @Column(nullable = false) String added;")
            .replace("double d;", "")
            .replace("UUID uuid;", "UUID uuid; @ColumnDefault(\"true\") boolean open; UUID more;"),
        OTHER);
    ok("revision", "-m", "second", "--rev-id", "a2");
    assertThat(last())
        .contains(
            "op.addColumn(\"things\", column(\"more\", uuid()));",
            "op.dropColumn(\"things\", \"d\");",
            "op.backfill(\"things\", \"added\"",
            "column(\"maker\", uuid()).comment(\"who made it\")")
        .containsPattern("op\\.on\\(\"sqlite\", own -> \\{\\n *own\\.createTable\\(\"others_seq\"");
    Path file = project.migrations().get(1);
    Files.writeString(file, last().replace("\"added\", null", "\"added\", \"'none'\""));
    onEach("upgrade");
    onEach("check");
    ok("prove");
    onEach("downgrade", "--yes", "-1");
    project.compile(THING);
    Files.delete(directory.resolve("target/classes/com/acme/Other.class"));
    for (String name : urls.keySet()) {
      assertThat(project.run("-n", name, "check").all())
          .as(name)
          .contains("not up to date; pending: ")
          .doesNotContain("  add ", "  drop ", "  alter ", "  create ");
    }
    onEach("upgrade", "--sql");
  }

  @Test
  void a_file_for_other_databases_is_refused_before_it_runs() {
    project.write(
        "src/main/java/db/migrations/M1_a1_first.java",
        """
        package db.migrations;
        import dev.autogen.migration.*;
        import static dev.autogen.migration.Definitions.*;
        @Revision(id = "a1", dialects = {"postgresql", "h2"})
        public final class M1_a1_first implements Migration {
          @Override public void upgrade(Operations op) {
            op.createTable("a", column("id", bigint()).notNull(), primaryKey("id"),
                column("at", timestamptz()).notNull().serverDefault("now()"));
            op.on("h2", own -> own.execute("create table only_h2 (x int)"));
          }
          @Override public void downgrade(Operations op) {
            op.on("h2", own -> own.execute("drop table only_h2"));
            op.dropTable("a");
          }
        }
        """);

    Result refused = project.run("-n", "sqlite", "upgrade");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "Revision a1",
            "is written for postgresql, h2",
            "this database is sqlite",
            "nothing was run",
            "op.on(\"sqlite\", …)");
    ok("-n", "h2", "upgrade");
    ok("upgrade");
    assertThat(postgres.query("select 1 where to_regclass('only_h2') is not null")).isEmpty();
    assertThat(postgres.query("select 1 where to_regclass('a') is not null")).hasSize(1);
    ok("-n", "h2", "downgrade", "--yes", "base");
  }

  @Test
  void sql_of_one_database_is_not_run_on_all() {
    project.write(
        "src/main/java/db/migrations/M1_a1_first.java",
        """
        package db.migrations;
        import dev.autogen.migration.*;
        @Revision(id = "a1", dialects = {"postgresql", "h2"})
        public final class M1_a1_first implements Migration {
          @Override public void upgrade(Operations op) { op.execute("create table a (x int)"); }
          @Override public void downgrade(Operations op) {}
        }
        """);
    assertThat(project.run("upgrade").err())
        .contains("op.on(\"postgresql\", own -> own.execute(…)) for each of them");

    project.write(
        "src/main/java/db/migrations/M1_a1_first.java",
        """
        package db.migrations;
        import dev.autogen.migration.*;
        @Revision(id = "a1")
        public final class M1_a1_first implements Migration {
          @Override public void upgrade(Operations op) { op.on("h2", own -> {}); }
          @Override public void downgrade(Operations op) {}
        }
        """);
    assertThat(project.run("upgrade").err())
        .contains("op.on names h2, but the migration is for one kind of database");
  }

  @Test
  void names_that_are_no_database_are_refused() throws IOException {
    String toml = Files.readString(directory.resolve("autogen.toml"));
    project.write("autogen.toml", toml.replaceFirst("dialects = .*", "dialects = [\"oracle\"]"));
    assertThat(project.run("check").err())
        .contains("there is no dialect \"oracle\"; there are postgresql, ");
    project.write("autogen.toml", toml.replaceFirst("dialects = .*", "dialects = [\"h2\"]"));
    project.compile(THING);
    assertThat(project.run("revision", "-m", "x").err())
        .contains("[migrations] dialects names h2, and the database is postgresql");
    assertThat(project.migrations()).isEmpty();
  }
}
