package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code autogen revision --safe}: what is written, and that it runs. */
class SafeRevisionTest {

  private static final String BEFORE =
      """
      package app;
      import jakarta.persistence.*;
      @Entity @Table(name = "orders")
      public class Order {
        @Id long id;
        String status;
        @Column(name = "customer_id") Long customer;
      }
      """;

  private static final String AFTER =
      """
      package app;
      import jakarta.persistence.*;
      @Entity
      @Table(
          name = "orders",
          indexes = @Index(name = "orders_customer", columnList = "customer_id"),
          uniqueConstraints = @UniqueConstraint(name = "orders_code", columnNames = "code"),
          check = @CheckConstraint(name = "orders_positive", constraint = "customer_id > 0"))
      public class Order {
        @Id long id;
        @Column(nullable = false) @org.hibernate.annotations.ColumnDefault("'new'") String status;
        @Column(name = "customer_id") Long customer;
        @org.hibernate.annotations.ColumnDefault("gen_random_uuid()") java.util.UUID code;
        @ManyToOne @JoinColumn(
            name = "parent_id", foreignKey = @ForeignKey(name = "orders_parent")) Order parent;
      }
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void begin() {
    project = TestProject.at(directory, database.url());
    project.compile(BEFORE);
    ok(project.run("revision", "-m", "orders"));
    ok(project.run("upgrade"));
    database.execute("insert into orders (id) select n from generate_series(1, 2500) n");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static Result ok(Result result) {
    assertThat(result.code()).as(result.all()).isZero();
    return result;
  }

  private String last() throws IOException {
    for (Path each : project.migrations()) {
      String text = Files.readString(each);
      if (text.contains(" * safe\n")) {
        return text;
      }
    }
    return "";
  }

  @Test
  void writes_steps_that_let_others_go_on() throws IOException {
    project.compile(AFTER);

    ok(project.run("revision", "-m", "safe", "--safe"));

    assertThat(last())
        .contains(
            "op.commitEachStep();",
            "op.createIndexConcurrently(\"orders\", index(\"orders_customer\", \"customer_id\"));",
            "op.backfillInBatches(\"orders\", \"status = 'new'\", \"status is null\", 1000);",
            "op.setNotNullOnline(\"orders\", \"status\");",
            "op.backfillInBatches(\"orders\", \"code = gen_random_uuid()\", \"code is null\", 1000);",
            "op.addUniqueOnline(\"orders\", unique(\"code\").named(\"orders_code\"));",
            "op.addCheckOnline(\"orders\", check(\"customer_id > 0\").named(\"orders_positive\"));",
            "op.addForeignKeyOnline(",
            "op.dropIndexConcurrently(\"orders\", \"orders_customer\");",
            "proven on PostgreSQL")
        .doesNotContain("op.createIndex(", "op.addConstraint(", "autocommit");
    Result lint = ok(project.run("lint", "--fail-on", "warning"));
    assertThat(lint.out()).doesNotContain("warning AG", "error AG");
    String script = ok(project.run("upgrade", "--sql")).out();
    assertThat(script)
        .contains(
            "create index concurrently orders_customer on orders",
            "check (status is not null) not valid;",
            "end loop; end';");

    ok(project.run("upgrade"));

    ok(project.run("check"));
    assertThat(database.queryValue("select count(distinct code) from orders where status = 'new'"))
        .isEqualTo("2500");
    ok(project.run("downgrade", "-1", "--yes"));
    ok(project.run("upgrade"));
    ok(project.run("check"));
  }

  @Test
  void is_a_setting_too() throws IOException {
    project.append("autogen.toml", "\n[revision]\nsafe = true\n");
    project.compile(AFTER);

    ok(project.run("revision", "-m", "safe"));

    assertThat(last()).contains("op.commitEachStep();");
  }

  @Test
  void needs_the_own_runner() throws IOException {
    project.append("autogen.toml", "\n[revision]\nsafe = true\n");
    Path toml = directory.resolve("autogen.toml");
    String text = Files.readString(toml);
    Files.writeString(
        toml,
        text.contains("[migrations]")
            ? text.replace("[migrations]", "[migrations]\nformat = \"flyway\"")
            : text + "\n[migrations]\nformat = \"flyway\"\n");

    Result refused = project.run("revision");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("flyway runs a file as a whole", "[revision] safe");
  }
}
