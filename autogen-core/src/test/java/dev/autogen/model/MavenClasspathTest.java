package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path of Maven projects, resolved by a real Maven. */
class MavenClasspathTest {

  @TempDir Path directory;
  private Path cache;

  @BeforeEach
  void choosesACacheBesideTheProject() throws IOException {
    directory = directory.toRealPath();
    cache = directory.resolve(".autogen");
  }

  @Test
  void holdsItsClassesAndItsLibraries() throws IOException {
    write("pom.xml", project("<artifactId>single</artifactId>", persistenceApi()));

    ProjectClasspath classpath = MavenClasspath.resolve(directory, cache, MavenSettings.NONE);

    assertThat(classpath.ownEntries()).containsExactly(directory.resolve("target/classes"));
    assertThat(classpath.entries().get(0)).isEqualTo(directory.resolve("target/classes"));
    assertThat(classpath.entries()).anyMatch(entry -> entry.endsWith(persistenceJar()));
  }

  @Test
  void isResolvedOnceUntilAPomChanges() throws IOException {
    write("pom.xml", project("<artifactId>single</artifactId>", ""));
    assertThat(MavenClasspath.isCached(directory, cache, MavenSettings.NONE)).isFalse();
    MavenClasspath.resolve(directory, cache, MavenSettings.NONE);
    assertThat(MavenClasspath.isCached(directory, cache, MavenSettings.NONE)).isTrue();

    write("pom.xml", project("<artifactId>single</artifactId>", persistenceApi()));

    assertThat(MavenClasspath.isCached(directory, cache, MavenSettings.NONE)).isFalse();
    assertThat(MavenClasspath.resolve(directory, cache, MavenSettings.NONE).entries()).hasSize(2);
  }

  @Test
  void ofAModuleHoldsItsSiblingsClassesWithoutInstallation() throws IOException {
    reactor();

    ProjectClasspath classpath =
        MavenClasspath.resolve(directory.resolve("app"), cache, MavenSettings.NONE);

    assertThat(classpath.ownEntries())
        .containsExactly(
            directory.resolve("app/target/classes"), directory.resolve("domain/target/classes"));
    assertThat(classpath.entries())
        .startsWith(directory.resolve("app/target/classes"))
        .anyMatch(entry -> entry.endsWith(persistenceJar()));
  }

  @Test
  void ofAModuleThatUsesTheTestsOfAnother() throws IOException {
    reactor();
    write(
        "app/pom.xml",
        project(
            parent() + "<artifactId>app</artifactId>",
            dependency("dev.autogen.example", "domain", "1")
                + dependency("dev.autogen.example", "domain", "1")
                    .replace("</dep", "<type>test-jar</type><scope>test</scope></dep")));

    ProjectClasspath classpath =
        MavenClasspath.resolve(directory.resolve("app"), cache, MavenSettings.NONE);

    assertThat(classpath.ownEntries())
        .containsExactly(
            directory.resolve("app/target/classes"), directory.resolve("domain/target/classes"));
  }

  @Test
  void ofAReactorIsThatOfAllItsModules() throws IOException {
    reactor();

    ProjectClasspath classpath = MavenClasspath.resolve(directory, cache, MavenSettings.NONE);

    assertThat(classpath.ownEntries())
        .containsExactly(
            directory.resolve("app/target/classes"), directory.resolve("domain/target/classes"));
  }

  @Test
  void changesWithThePomOfASibling() throws IOException {
    reactor();
    MavenClasspath.resolve(directory.resolve("app"), cache, MavenSettings.NONE);

    write("domain/pom.xml", project(parent() + "<artifactId>domain</artifactId>", ""));

    assertThat(MavenClasspath.isCached(directory.resolve("app"), cache, MavenSettings.NONE))
        .isFalse();
  }

  @Test
  void failsWithTheWordsOfMaven() throws IOException {
    write("pom.xml", "<project><modelVersion>4.0.0</modelVersion></project>");

    assertThatThrownBy(() -> MavenClasspath.resolve(directory, cache, MavenSettings.NONE))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("'groupId' is missing")
        .hasMessageContaining("[model] classpath");
  }

  @Test
  void aProfileMayAddToTheClassPath() throws IOException {
    write(
        "pom.xml",
        project("<artifactId>app</artifactId>", "")
            .replace(
                "</project>",
                "<profiles><profile><id>more</id><dependencies>"
                    + persistenceApi()
                    + "</dependencies></profile></profiles></project>"));
    MavenSettings profile = new MavenSettings(List.of("-Pmore"), Set.of());

    assertThat(MavenClasspath.resolve(directory, cache, MavenSettings.NONE).entries()).hasSize(1);
    assertThat(MavenClasspath.isCached(directory, cache, profile)).isFalse();
    assertThat(MavenClasspath.resolve(directory, cache, profile).entries()).hasSize(2);
  }

  @Test
  void aWrapperThatCannotDownloadIsReplacedByTheMavenOfTheMachine() throws IOException {
    write("pom.xml", project("<artifactId>app</artifactId>", ""));
    write("mvnw", "echo 'curl: (6) Could not resolve host' >&2; exit 1");

    assertThat(MavenClasspath.resolve(directory, cache, MavenSettings.NONE).entries()).hasSize(1);
  }

  @Test
  void wantsAPom() {
    assertThatThrownBy(() -> MavenClasspath.resolve(directory, cache, MavenSettings.NONE))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("There is no pom.xml in " + directory);
  }

  private void reactor() throws IOException {
    write(
        "pom.xml",
        project(
            "<artifactId>root</artifactId><packaging>pom</packaging>"
                + "<modules><module>domain</module><module>app</module></modules>",
            ""));
    write(
        "domain/pom.xml", project(parent() + "<artifactId>domain</artifactId>", persistenceApi()));
    write(
        "app/pom.xml",
        project(
            parent() + "<artifactId>app</artifactId>",
            dependency("dev.autogen.example", "domain", "1")));
  }

  private static String parent() {
    return "<parent><groupId>dev.autogen.example</groupId><artifactId>root</artifactId>"
        + "<version>1</version></parent>";
  }

  private static String project(String head, String dependencies) {
    return "<project><modelVersion>4.0.0</modelVersion>"
        + "<groupId>dev.autogen.example</groupId><version>1</version>"
        + head
        + "<dependencies>"
        + dependencies
        + "</dependencies>"
        + plugin("maven-compiler-plugin", "3.14.1")
        + "</project>";
  }

  private static String plugin(String artifact, String version) {
    return "<build><pluginManagement><plugins><plugin><artifactId>"
        + artifact
        + "</artifactId><version>"
        + version
        + "</version></plugin><plugin><artifactId>maven-resources-plugin</artifactId>"
        + "<version>3.3.1</version></plugin></plugins></pluginManagement></build>";
  }

  private static String persistenceApi() {
    return dependency("jakarta.persistence", "jakarta.persistence-api", "3.2.0");
  }

  private static String persistenceJar() {
    return "jakarta.persistence-api-3.2.0.jar";
  }

  private static String dependency(String group, String artifact, String version) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted(group, artifact, version);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
