package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Maven of a project finds in its environment and on its command line. */
@Tag("attack")
class SecretsOfChildrenTest {

  private static final String SECRET = "hunter2hunter2";

  private static final List<String> SECRETS =
      List.of(
          "PGPASSWORD",
          "DB_PASSWORD",
          "DB_PASS",
          "SPRING_DATASOURCE_PASSWORD",
          "QUARKUS_DATASOURCE_PASSWORD",
          "POSTGRES_PASSWORD",
          "AUTOGEN_SHADOW_PASSWORD",
          "LIQUIBASE_COMMAND_PASSWORD",
          "GITHUB_TOKEN",
          "VAULT_SECRET_ID",
          "signing_passphrase",
          "NAMED_IN_THE_SETTINGS",
          "REPOSITORY_PASSWORD_OF_A_POM");

  @TempDir private Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @Test
  void arePassedToNoMaven() throws IOException, InterruptedException {
    Path home = Files.createDirectories(directory.resolve("home"));
    Files.createDirectories(home.resolve(".m2"));
    Files.writeString(
        home.resolve(".m2/settings.xml"),
        "<settings><password>${env.NEXUS_PASSWORD}</password>${env.DB_PASSWORD}</settings>");
    TestProject project = new TestProject(Files.createDirectories(directory.resolve("project")));
    Path seen = project.directory().resolve("seen.txt");
    project.write("pom.xml", "<project><!-- ${env.REPOSITORY_PASSWORD_OF_A_POM} --></project>");
    project.write(
        "autogen.toml",
        """
        [database]
        url = "%s"
        [shadow]
        url = "postgresql://me@127.0.0.1:1/db"
        password = "${NAMED_IN_THE_SETTINGS}"
        """
            .formatted(database.url()));
    project.write("mvnw", "env > seen.txt; echo \"$@\" >> seen.txt; exit 1\n");
    Map<String, String> environment = new LinkedHashMap<>();
    SECRETS.forEach(name -> environment.put(name, SECRET));
    environment.put("HOME_OF_DATA", "jdbc:postgresql://h/db?user=u&password=" + SECRET);
    environment.put("MY_DB", "postgresql://u:" + SECRET + "@h/db");
    environment.put("NEXUS_PASSWORD", "of the repository");
    environment.put("MAVEN_OPTS", "-Xmx64m");
    environment.put("https_proxy", "http://proxy:3128");
    environment.put("COMPANY_MIRROR", "https://mirror");
    environment.put("USER", SECRET);
    environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);

    CommandProcess.start(project, environment, "diff").result();

    String text = Files.readString(seen);
    assertThat(text.lines().filter(line -> !line.startsWith("USER=")).collect(Collectors.joining()))
        .doesNotContain(SECRET)
        .contains("of the repository", "MAVEN_OPTS", "https_proxy", "COMPANY_MIRROR", "PATH=");
    assertThat(text).contains("USER=" + SECRET);
  }
}
