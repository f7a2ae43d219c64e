package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that becomes narrower is shown as what it is: a change by which values can be lost. */
class NarrowedColumnTest {

  private static final String ITEM =
      """
      package com.acme;
      import jakarta.persistence.*;
      @Entity @Table(name = "items")
      public class Item {
        @Id Long id;
        @Column(length = 100) String code;
        int size;
        @Column(precision = 10, scale = 2) java.math.BigDecimal price;
      }
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_reader_is_told_that_values_may_not_fit() {
    database.execute(
        """
        create table items (id bigint primary key, code varchar(4096), size bigint not null,
          price numeric(12, 4))
        """);
    TestProject project = TestProject.at(directory, database.url()).compile(ITEM);

    assertThat(project.run("check").out()).contains("varchar(100) (narrower)");
    assertThat(project.run("diff", "--format", "sql").out()).contains("(narrower)\nalter table");
    for (String[] command : new String[][] {{"diff", "--format", "sql"}, {"revision", "--sql"}}) {
      assertThat(project.run(command).out())
          .contains(
              """
              alter table items
                alter column price type numeric(10,2),
                alter column size type integer,
                alter column code type varchar(100);
              """)
          .containsOnlyOnce("alter table");
    }
    assertThat(project.run("check", "--format", "json").out())
        .contains("\"losesData\":true")
        .doesNotContain("\"losesData\":false");
    Result revision = project.run("revision", "-m", "narrow");
    assertThat(revision.out())
        .contains(
            "    // Narrows items.code: a value that does not fit makes this fail.\n",
            "    // Narrows items.size: a value that does not fit makes this fail.\n",
            "    // Narrows items.price: values that do not fit are rounded or cut off, or make this"
                + " fail.\n");
    assertThat(revision.out().split("// Narrows", -1)).hasSize(4);
    assertThat(revision.code()).as(revision.all()).isZero();
    assertThat(project.run("upgrade").code()).isZero();
    assertThat(project.run("check").code()).isZero();
  }

  @Test
  void what_becomes_wider_loses_nothing() {
    database.execute(
        """
        create table items (id bigint primary key, code varchar(99), size smallint not null,
          price numeric(9, 2))
        """);
    TestProject project = TestProject.at(directory, database.url()).compile(ITEM);

    assertThat(project.run("check", "--format", "json").out())
        .contains("\"losesData\":false")
        .doesNotContain("\"losesData\":true", "narrower");
    assertThat(project.run("diff", "--format", "java").out()).doesNotContain("Narrows");
  }
}
