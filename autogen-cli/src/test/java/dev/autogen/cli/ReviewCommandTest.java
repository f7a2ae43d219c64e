package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer is told of migrations. */
class ReviewCommandTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void create() {
    project = TestProject.at(directory, database.url());
    migration(
        "aaa1",
        "",
        """
        op.createTable("users", column("id", bigint()).notNull(),
            column("nick", varchar(20)), column("mail", varchar(100)), primaryKey("id"));
        op.createTable("orders", column("id", bigint()).notNull(),
            column("user_id", bigint()), primaryKey("id"),
            foreignKey("user_id").references("users", "id").named("orders_user_fk"));
        """,
        "op.dropTable(\"orders\"); op.dropTable(\"users\");");
    migration(
        "bbb2",
        "aaa1",
        "op.addColumn(\"users\", column(\"age\", integer()));",
        "op.dropColumn(\"users\", \"age\");");
    migration(
        "ccc3",
        "bbb2",
        "op.dropColumn(\"users\", \"nick\"); op.createIndex(\"users\", index(\"users_mail\", \"mail\"));",
        "op.dropIndex(\"users\", \"users_mail\");"
            + " op.addColumn(\"users\", column(\"nick\", varchar(20)));");
    migration(
        "ddd4",
        "ccc3",
        "op.addColumn(\"users\", column(\"need\", integer()).notNull());",
        "op.dropColumn(\"users\", \"need\");");
  }

  private void migration(String id, String revises, String up, String down) {
    String parent = revises.isEmpty() ? "" : ", revises = \"" + revises + "\"";
    project.write(
        "src/main/java/db/migrations/M_" + id + ".java",
        """
        package db.migrations;
        import static dev.autogen.migration.Definitions.*;
        import dev.autogen.migration.*;
        /** step %1$s */
        @Revision(id = "%1$s"%2$s)
        public final class M_%1$s implements Migration {
          @Override public void upgrade(Operations op) { %3$s }
          @Override public void downgrade(Operations op) { %4$s }
        }
        """
            .formatted(id, parent, up, down));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private String review(int code, String... arguments) {
    List<String> all = new ArrayList<>(List.of("review"));
    all.addAll(List.of(arguments));
    Result result = project.run(all.toArray(String[]::new));
    assertThat(result.code()).as(result.all()).isEqualTo(code);
    return result.out();
  }

  @Test
  void each_question_has_an_answer() {
    assertThat(review(0, "bbb2"))
        .contains(
            "bbb2, ",
            ": safe\n",
            "what changes: add column users.age integer",
            "what is lost: nothing",
            "who waits: nobody for longer than a moment",
            "was it tried: yes, up, down and up again on PostgreSQL",
            "how to go back: 'autogen downgrade aaa1' brings everything back");
    assertThat(review(0, "ccc3"))
        .contains(
            ": loses data\n",
            "what is lost: the upgrade drops users.nick with",
            "who waits: every read and write of users waits while the index users_mail is built",
            "which does not bring back the values of users.nick");
    assertThat(review(1, "ddd4"))
        .contains(": fails\n", "was it tried: yes, and it fails on rows", "contains null values");
  }

  @Test
  void markdown_begins_with_the_verdict_and_folds_the_details() {
    String text = review(0, "aaa1:ccc3", "--format", "markdown");

    assertThat(text)
        .startsWith("## autogen review: loses data\n")
        .contains(
            "| **What is lost?** | the upgrade drops users.nick",
            "- drop column users.nick (**values are lost**)",
            "<details><summary>SQL of the upgrade</summary>",
            "alter table users drop column nick;",
            "**warning AG",
            "erDiagram",
            "users[users_new] {",
            "varchar_20 nick \"gone\"",
            "users ||--o{ orders : user_id");
    Node parsed =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(text);
    assertThat(parsed.getFirstChild()).isNotNull();
  }

  @Test
  void json_has_all_of_it() {
    String json = review(0, "ccc3", "--format", "json");
    assertThat(json)
        .contains(
            "\"verdict\":\"loses data\"",
            "\"kind\":\"drop_column\"",
            "\"downgrade\":[",
            "\"losses\":[\"the upgrade drops users.nick",
            "\"code\":\"AG");
    assertThat(review(0, "ccc3", "--format", "github")).contains("::warning file=");
    assertThat(review(0, "ccc3", "--format", "sarif")).contains("\"version\":\"2.1.0\"");
  }

  @Test
  void hostile_names_change_no_markup() {
    migration(
        "eee5",
        "bbb2",
        """
        op.createTable("<img src=x>|`a` [l](http://x)\\n# h", column("\\"] } x", bigint())
            .comment("--> <script>alert(1)</script>"), column("id", bigint()).notNull(),
            primaryKey("id"));
        """,
        "op.dropTable(\"<img src=x>|`a` [l](http://x)\\n# h\");");
    String text = review(0, "eee5", "--format", "markdown");

    List<String> found = new ArrayList<>();
    Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .build()
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlInline html) {
                found.add(html.getLiteral());
              }

              @Override
              public void visit(HtmlBlock html) {
                found.add(html.getLiteral());
              }

              @Override
              public void visit(Link link) {
                found.add(link.getDestination());
              }

              @Override
              public void visit(Image image) {
                found.add(image.getDestination());
              }
            });
    assertThat(found).allMatch(each -> each.matches("</?details>.*|<summary>.*"));
    assertThat(text.substring(text.indexOf("erDiagram")))
        .doesNotContain("<", "script", "] }", "://");
  }

  @Test
  void two_hundred_operations_stay_within_a_comment() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      many.append(
          "op.createTable(\"t%d\", column(\"id\", bigint()).notNull(), column(\"x\", varchar(200)).comment(\"%s\"), primaryKey(\"id\"));\n"
              .formatted(i, "x".repeat(200)));
    }
    StringBuilder drops = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      drops.append("op.dropTable(\"t" + i + "\");");
    }
    migration("fff6", "bbb2", many.toString(), drops.toString());
    String text = review(0, "fff6", "--format", "markdown");

    assertThat(text.length()).isLessThan(65_536);
    assertThat(text).contains("create table t0", "and 197 more", "because a comment holds no more");
  }

  @Test
  void a_failure_is_an_annotation() {
    assertThat(review(1, "ddd4", "--format", "github"))
        .contains("::error file=src/main/java/db/migrations/M_ddd4.java,line=1,title=ddd4 fails::")
        .contains("contains null values");
  }

  @Test
  void nothing_to_review_is_said() {
    project.run("upgrade", "ccc3");
    assertThat(review(1)).contains("ddd4").doesNotContain("ccc3,");
    assertThat(project.run("review", "aaa1", "--since", "main").err())
        .contains("Name a revision or --since, not both.");
  }
}
