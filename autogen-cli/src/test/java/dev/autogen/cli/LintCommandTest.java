package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code autogen lint}: which revisions, what is accepted, how much is too much, how it is said.
 */
class LintCommandTest {

  private static final String TABLES =
      "op.execute(\"create table orders (id bigint primary key, status varchar(20))\");"
          + "op.execute(\"create table small (id bigint primary key, status varchar(20))\");";

  private static final String INDEX = "op.execute(\"create index i on orders (status)\");";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void begin() {
    project = TestProject.at(directory, database.url()).migration("aaa1", "", TABLES);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private List<String> found(String... arguments) throws JsonParserException {
    String[] all = new String[arguments.length + 3];
    all[0] = "lint";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 2] = "--format";
    all[all.length - 1] = "json";
    Result result = project.run(all);
    assertThat(result.code()).as(result.all()).isLessThan(2);
    JsonArray findings = JsonParser.object().from(result.out()).getArray("findings");
    return findings.stream()
        .map(JsonObject.class::cast)
        .map(
            each ->
                each.getString("code")
                    + " "
                    + each.getString("level")
                    + " "
                    + each.getString("revision")
                    + ":"
                    + each.getInt("line")
                    + " "
                    + each.getString("object"))
        .toList();
  }

  @Test
  void looks_at_what_the_database_does_not_have() throws Exception {
    project.run("upgrade");
    assertThat(project.run("lint").out()).contains("There is no revision to look at.");

    project.migration("bbb2", "aaa1", "\n" + INDEX);

    assertThat(found()).containsExactly("AG101 warning bbb2:7 orders");
    assertThat(found("aaa1")).isEmpty();
    assertThat(found("bbb2", "--shadow-version", "14"))
        .containsExactly("AG101 warning bbb2:7 orders");
    assertThat(project.run("lint", "--fail-on", "warning").code()).isEqualTo(1);
    assertThat(project.run("lint").code()).isZero();
    assertThat(project.run("lint", "--fail-on", "never").code()).isEqualTo(2);
  }

  @Test
  void says_lock_work_and_the_safe_form() throws Exception {
    project.migration("bbb2", "aaa1", "\n" + INDEX);

    JsonObject finding =
        JsonParser.object()
            .from(project.run("lint", "bbb2", "--format", "json").out())
            .getArray("findings")
            .getObject(0);

    assertThat(finding.keySet())
        .containsExactly(
            "code",
            "level",
            "revision",
            "file",
            "line",
            "object",
            "message",
            "lock",
            "rewrites",
            "scans",
            "blocks",
            "rewrite");
    assertThat(finding.getString("file")).isEqualTo("src/main/java/db/migrations/M_bbb2.java");
    assertThat(finding.getString("lock")).isEqualTo("SHARE");
    assertThat(finding.getBoolean("rewrites")).isTrue();
    assertThat(finding.getBoolean("scans")).isTrue();
    assertThat(finding.getString("blocks")).isEqualTo("writes");
    assertThat(finding.getString("message"))
        .isEqualTo("every write to orders waits while the index i is built");
    assertThat(finding.getString("rewrite"))
        .isEqualTo(
            "op.autocommit(o -> o.execute(\"create index concurrently i on orders (status)\"));");
  }

  @Test
  void measures_what_work_on_a_connection_sends() throws Exception {
    project.migration(
        "bbb2",
        "aaa1",
        """
        op.connection(c -> {
          try (var s = c.createStatement()) {
            s.execute("alter table orders add column a int");
          }
          try (var s = c.prepareStatement("update orders set a = ?")) {
            s.setInt(1, 5);
            s.executeUpdate();
          }
        });\
        """);

    assertThat(found("bbb2"))
        .containsExactly(
            "AG119 note bbb2:8 orders",
            "AG120 warning bbb2:12 orders",
            "AG210 warning bbb2:12 orders");
  }

  @Test
  void accepts_in_the_source_and_finds_what_accepts_nothing() throws Exception {
    project.migration(
        "bbb2",
        "aaa1",
        "\nop.accept(\"AG101\", \"few rows\");\n"
            + INDEX
            + "\nop.accept(\"AG111\", \"no more\");\nop.execute(\"create index j on orders (status)\");");
    assertThat(found("bbb2"))
        .containsExactly("AG303 warning bbb2:9 AG111", "AG101 warning bbb2:10 orders");

    project.migration("bbb2", "aaa1\", accept = \"AG101 few rows", INDEX);
    assertThat(found("bbb2")).isEmpty();

    project.migration("bbb2", "aaa1", "op.accept(\"AG999\", \"few rows\");" + INDEX);
    assertThat(project.run("lint", "bbb2").out()).contains("\"AG999\" is no code of a finding");
  }

  @Test
  void settings_say_what_is_reported() throws Exception {
    project.migration(
        "bbb2", "aaa1", INDEX + "op.execute(\"alter table small add column a int\");");
    assertThat(found("bbb2"))
        .containsExactly("AG101 warning bbb2:6 orders", "AG119 note bbb2:6 small");

    project.append("autogen.toml", "[lint]\nlevel = \"warning\"\nlarge-tables = [\"ord*\"]\n");
    assertThat(found("bbb2")).containsExactly("AG101 error bbb2:6 orders");

    project.append("autogen.toml", "ignore = [\"AG101\"]\nsince = \"bbb2\"\n");
    assertThat(found("bbb2")).isEmpty();
    project.migration("ccc3", "bbb2", "op.execute(\"alter table orders drop column status\");");
    assertThat(found()).containsExactly("AG202 warning ccc3:6 orders.status");
  }

  @Test
  void goes_on_behind_a_revision_that_does_not_run() throws Exception {
    project
        .migration(
            "bbb2",
            "aaa1",
            "\nop.execute(\"alter table orders add column a int not null\");\n"
                + "op.execute(\"nonsense\");\n"
                + INDEX)
        .migration("ccc3", "bbb2", "op.execute(\"drop table small\");");

    assertThat(found("bbb2:ccc3"))
        .contains(
            "AG203 error bbb2:7 orders",
            "AG301 error bbb2:8 bbb2",
            "AG101 warning bbb2:9 orders",
            "AG202 warning ccc3:6 small");
    assertThat(project.run("lint", "bbb2").code()).isEqualTo(1);
  }

  @Test
  void every_format_says_the_same_and_escapes_it() throws Exception {
    project.migration(
        "bbb2", "aaa1", "op.execute(\"alter table orders rename status to \\\"a|b%`c\\\"\");");

    JsonObject sarif =
        JsonParser.object().from(project.run("lint", "bbb2", "--format", "sarif").out());
    JsonObject result = sarif.getArray("runs").getObject(0).getArray("results").getObject(0);
    assertThat(result.getString("ruleId")).isEqualTo("AG201");
    assertThat(result.getString("level")).isEqualTo("warning");
    assertThat(
            result
                .getArray("locations")
                .getObject(0)
                .getObject("physicalLocation")
                .getObject("artifactLocation")
                .getString("uri"))
        .isEqualTo("src/main/java/db/migrations/M_bbb2.java");

    assertThat(project.run("lint", "bbb2", "--format", "github").out())
        .startsWith("::warning file=src/main/java/db/migrations/M_bbb2.java,line=6,title=AG201 ")
        .contains("a|b%25`c");
    assertThat(project.run("lint", "bbb2", "--format", "markdown").out())
        .contains("### warning AG201: orders.status", "a|b%\\`c".replace("|", "\\|"));
    assertThat(project.run("lint", "bbb2", "--format", "sql").code()).isEqualTo(2);
    assertThat(project.run("check", "--format", "sarif").err()).contains("'autogen lint'");
  }

  @Test
  void finds_the_revisions_that_changed_since_a_commit() throws Exception {
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "first");
    project.migration("bbb2", "aaa1", "\n" + INDEX);

    assertThat(found("--since", "HEAD")).containsExactly("AG101 warning bbb2:7 orders");
    assertThat(project.run("lint", "--since", "nowhere").err()).contains("\"nowhere\"");
    assertThat(project.run("lint", "bbb2", "--since", "HEAD").code()).isEqualTo(2);
  }

  private void git(String... words) throws Exception {
    String[] command = new String[words.length + 1];
    command[0] = "git";
    System.arraycopy(words, 0, command, 1, words.length);
    assertThat(
            new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start().waitFor())
        .isZero();
  }

  @Test
  void check_looks_as_well() throws Exception {
    project.compile(TestProject.USER);
    project.migration("bbb2", "aaa1", "op.execute(\"nonsense\");");

    Result text = project.run("check", "--lint");
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.out()).contains("error AG301 src/main/java/db/migrations/M_bbb2.java:6");
    assertThat(
            JsonParser.object()
                .from(project.run("check", "--lint", "--format", "json").out())
                .getArray("findings")
                .getObject(0)
                .getString("code"))
        .isEqualTo("AG301");
  }

  @Test
  void another_database_is_refused_by_name() {
    TestProject other =
        TestProject.at(directory.resolve("h2"), "jdbc:h2:mem:lint").migration("aaa1", "", "");

    Result result = other.run("lint", "aaa1");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("measures locks on PostgreSQL", "H2");
  }
}
