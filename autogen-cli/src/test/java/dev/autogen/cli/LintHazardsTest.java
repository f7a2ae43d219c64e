package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.autogen.cli.TestProject.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hazards of the catalogue and their safe forms, measured on PostgreSQL 14 and 18. A build
 * tries a share of them; {@code -Dautogen.test.hazards=all} tries all.
 */
class LintHazardsTest {

  private static final String FILE = "/lint/hazards.txt";
  private static final int SHARE = 8;

  @TempDir Path directory;

  private static final class Case {
    final String name;
    final List<String> setup = new ArrayList<>();
    final List<String> bad = new ArrayList<>();
    final List<String> found = new ArrayList<>();
    final List<String> good = new ArrayList<>();

    Case(String name) {
      this.name = name;
    }
  }

  @TestFactory
  Stream<DynamicTest> on_postgresql_14() throws Exception {
    return tests("14");
  }

  @TestFactory
  Stream<DynamicTest> on_postgresql_18() throws Exception {
    return tests("18");
  }

  private Stream<DynamicTest> tests(String version) throws Exception {
    List<Case> cases = share(cases(version), version.equals("18") ? 0 : 4);
    TestProject project = TestProject.at(directory.resolve(version), "embedded:postgresql");
    StringBuilder base = new StringBuilder();
    for (int i = 0; i < cases.size(); i++) {
      cases.get(i).setup.forEach(sql -> base.append(java(sql)));
      project.migration("b" + i, "a0", code(cases.get(i).bad));
      project.migration("g" + i, "a0", code(cases.get(i).good));
    }
    project.migration("a0", "", base.toString());
    Result result =
        project.run("lint", "a0:heads", "--format", "json", "--shadow-version", version);
    assertThat(result.code()).as(result.err()).isLessThan(2);
    JsonArray findings = JsonParser.object().from(result.out()).getArray("findings");
    return IntStream.range(0, cases.size())
        .filter(i -> !cases.get(i).bad.isEmpty())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(cases.get(i).name, () -> check(cases.get(i), i, findings)));
  }

  private static List<Case> share(List<Case> cases, int first) {
    return "all".equals(System.getProperty("autogen.test.hazards"))
        ? cases
        : IntStream.range(0, cases.size())
            .filter(i -> i % SHARE == first)
            .mapToObj(cases::get)
            .toList();
  }

  private static void check(Case tried, int number, JsonArray findings) {
    List<String> bad = of(findings, "b" + number);
    for (String each : tried.found) {
      String[] codes = each.split(" ")[0].split("\\|");
      String level = each.split(" ")[1];
      assertThat(bad)
          .as(each)
          .anyMatch(line -> Stream.of(codes).anyMatch(code -> line.startsWith(code + " " + level)));
    }
    assertThat(of(findings, "g" + number)).allMatch(line -> line.contains(" note "));
  }

  private static List<String> of(JsonArray findings, String revision) {
    return findings.stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("revision").equals(revision))
        .map(
            each ->
                each.getString("code")
                    + " "
                    + each.getString("level")
                    + " line "
                    + each.getInt("line")
                    + " "
                    + each.getString("object")
                    + ": "
                    + each.getString("message")
                    + " ["
                    + each.getString("lock")
                    + (each.getBoolean("rewrites") ? " rewrites" : "")
                    + (each.getBoolean("scans") ? " scans" : "")
                    + "]")
        .toList();
  }

  private static String code(List<String> statements) {
    StringBuilder code = new StringBuilder("\n");
    statements.forEach(sql -> code.append(java(sql)));
    return code.toString();
  }

  private static String java(String sql) {
    boolean outside = sql.startsWith("~ ");
    String literal = "\"" + sql.replaceFirst("^~ ", "").replace("\"", "\\\"") + "\"";
    return (outside
            ? "op.autocommit(o -> o.execute(" + literal + "));"
            : "op.execute(" + literal + ");")
        + "\n";
  }

  private static List<Case> cases(String version) {
    List<Case> cases = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.matches("\\d\\d .*")) {
        cases.add(new Case(line));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ", 2);
        String rest = words[1];
        if (rest.startsWith("@")) {
          if (!rest.startsWith("@" + version)) {
            continue;
          }
          rest = rest.substring(4);
        }
        Case last = cases.get(cases.size() - 1);
        (switch (words[0]) {
              case "setup" -> last.setup;
              case "bad" -> last.bad;
              case "found" -> last.found;
              default -> last.good;
            })
            .add(rest);
      }
    }
    return cases;
  }

  private static String text() {
    try {
      return new String(
          Objects.requireNonNull(LintHazardsTest.class.getResourceAsStream(FILE)).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
