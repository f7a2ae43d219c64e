package dev.autogen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  private static final String LONG = "a".repeat(5_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "legacy_*  | legacy_users | true",
        "legacy_*  | legacy_      | true",
        "legacy_*  | Legacy_users | false",
        "legacy_*  | my_legacy_   | false",
        "*         | ''           | true",
        "''        | ''           | true",
        "''        | a            | false",
        "a?c       | a😀c         | true",
        "a?c       | ac           | false",
        "a.c       | abc          | false",
        "*.*       | audit.log    | true",
        "[a-z]{2}  | ab           | false",
        "[a-z]{2}  | [a-z]{2}     | true",
        "\\*       | \\x          | true",
      })
  void names(String glob, String name, boolean matches) {
    assertThat(Glob.ofNames(glob).matches(name)).isEqualTo(matches);
  }

  @Test
  void a_star_takes_line_ends_too() {
    assertThat(Glob.ofNames("a*z").matches("a\n\r\u2028z")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.jar                 | a.jar          | true",
        "*.jar                 | lib/a.jar      | false",
        "**.jar                | lib/a.jar      | true",
        "lib/?.jar             | lib//.jar      | false",
        "{a,bc}/*.xml          | bc/x.xml       | true",
        "{a,bc}/*.xml          | c/x.xml        | false",
        "{,**/}x.xml           | x.xml          | true",
        "{,**/}x.xml           | p/q/x.xml      | true",
        "[!ab]*                | c.xml          | true",
        "[!ab]*                | b.xml          | false",
        "[a-cx]                | x              | true",
        "\\{a                  | {a             | true",
        "a}                    | a}             | true",
        "a,b                   | a,b            | true",
      })
  @DisabledOnOs(OS.WINDOWS)
  void paths(String glob, String path, boolean matches) {
    assertThat(Glob.ofPaths(glob).matches(path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a", "{a,{b}}", "[a", "a\\", "[b-a]", "[a/b]"})
  void a_glob_that_cannot_be_read_is_wrong_usage(String glob) {
    assertThatThrownBy(() -> Glob.ofPaths(glob))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining(glob);
  }

  @Test
  void means_for_names_what_a_regular_expression_meant() {
    Random random = new Random(16);
    for (int i = 0; i < 20_000; i++) {
      String glob = text(random, "ab*?.[", 7);
      String name = text(random, "ab.[\n", 7);
      assertThat(Glob.ofNames(glob).matches(name))
          .as("%s on %s", glob, name)
          .isEqualTo(regular(glob).matcher(name).matches());
    }
  }

  private static Pattern regular(String glob) {
    StringBuilder regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void means_for_paths_what_the_file_system_means() {
    Random random = new Random(17);
    int compared = 0;
    for (int i = 0; i < 40_000; i++) {
      String glob = text(random, "aab*?/{,}[!-]\\", 8);
      Optional<PathMatcher> known = matcher(glob);
      String path = Path.of(text(random, "ab/b,-", 6)).toString();
      if (known.isPresent()) {
        compared++;
        assertThat(Glob.ofPaths(glob).matches(path))
            .as("%s on %s", glob, path)
            .isEqualTo(known.get().matches(Path.of(path)));
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  private static Optional<PathMatcher> matcher(String glob) {
    try {
      return Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + glob));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static String text(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  @Test
  @Tag("attack")
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void stars_by_the_dozen_take_no_longer_than_one() {
    String glob = "*a".repeat(40) + "*b";

    assertThat(Glob.ofNames(glob).matches(LONG)).isFalse();
    assertThat(Glob.ofNames(glob).matches(LONG + "b")).isTrue();
    assertThat(Glob.ofPaths(glob).matches(LONG)).isFalse();
    assertThat(Glob.ofPaths("**/".repeat(40) + "b").matches("a/".repeat(2_500))).isFalse();
  }
}
