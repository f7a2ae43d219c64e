package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is written wrongly at its password: the message says where, and not what. */
@Tag("attack")
class SecretsInErrorsTest {

  private static final String SECRET = "hunter2hunter2";

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = \"S",
        "password = S",
        "password = 'S' S",
        "password = 12S",
        "password = 2020-01-01S",
        "password = \"\"\"S",
        "password = \"a\\qS\"",
        "password = \"a\" \"S\"",
        "password = [\"S\" \"S\"]",
        "password = \"a\\uS\"",
        "password = 'it's S'"
      })
  void ofAutogenToml(String line) throws IOException {
    assertThat(failure("autogen.toml", "[database]\n" + line + "\n"))
        .contains("autogen.toml:")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: S: x",
        "password: 'S",
        "password: @S",
        "password: [S\n    b: c",
        "password: \"\\qS\"",
        "password: *S",
        "password: !<S> b",
        "password: !S b",
        "password: &x S\n     b: - c",
        "password: |S",
        "password: `S",
        "password: S\n\tx: y",
        "'password' S",
        "password: 'it's S'"
      })
  void ofApplicationYml(String line) throws IOException {
    String file = "src/main/resources/application.yml";
    assertThat(failure(file, "spring:\n  datasource:\n    " + line + "\n"))
        .contains(file + ", line ", "column ", "--url")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S\\uS", "\\uS"})
  void ofApplicationProperties(String value) throws IOException {
    String file = "src/main/resources/application.properties";
    assertThat(failure(file, "spring.datasource.password=" + value + "\n"))
        .contains(file, "--url")
        .doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a&S;b", "a&Sb", "<S", "a\" S", "S\" value=\"S"})
  void ofPersistenceXml(String value) throws IOException {
    String file = "src/main/resources/META-INF/persistence.xml";
    String unit = "<persistence><persistence-unit name='a'><properties>\n";
    assertThat(failure(file, unit + "<property name=\"p\" value=\"" + value + "\"/>"))
        .contains(file + ", line ")
        .doesNotContain(SECRET);
  }

  private String failure(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.replace("S", SECRET));
    AutogenException failure =
        catchThrowableOfType(
            AutogenException.class,
            () -> ConfigReader.read(new ConfigRequest(directory, null, null, List.of(), Map.of())));
    assertThat(failure.exit()).isEqualTo(AutogenException.Exit.USAGE);
    StringBuilder said = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      said.append(at.getMessage()).append('\n');
    }
    return said.toString();
  }
}
