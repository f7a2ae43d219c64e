package dev.autogen.maven;

import dev.autogen.config.Config;
import dev.autogen.model.ProjectClasspath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reads the project's entities. */
abstract class EntityGoal extends AutogenGoal {

  /** What the entities are compared with. */
  enum Against {
    database,
    history
  }

  /** The packages of the entities, looked for in the whole class path (default: own classes). */
  @Parameter(property = "autogen.packages")
  private List<String> packages = List.of();

  /** The unit of {@code persistence.xml} that lists the entities. */
  @Parameter(property = "autogen.persistenceUnit")
  private @Nullable String persistenceUnit;

  /** Settings for Hibernate, added to those of {@code autogen.toml}. */
  @Parameter private Map<String, String> properties = Map.of();

  /** Patterns of tables and sequences to leave alone, added to those of {@code autogen.toml}. */
  @Parameter(property = "autogen.ignore")
  private List<String> ignore = List.of();

  /** What has another name in the model: {@code users.email=email_address}, {@code table:a=b}. */
  @Parameter(property = "autogen.rename")
  private List<String> rename = List.of();

  /** What the entities are compared with: {@code database} or {@code history}. */
  @Parameter(property = "autogen.against")
  private @Nullable Against against;

  /** The version of PostgreSQL that the throwaway database is (default: the database's). */
  @Parameter(property = "autogen.shadowVersion")
  private @Nullable String shadowVersion;

  @Override
  final Config.Model model(Config.Model read) {
    Map<String, String> settings = new TreeMap<>(read.properties());
    settings.putAll(properties);
    return new Config.Model(
        read.classpath(),
        packages.isEmpty() ? read.packages() : packages,
        persistenceUnit == null ? read.persistenceUnit() : persistenceUnit,
        read.mappingFiles(),
        settings,
        read.mavenOptions());
  }

  @Override
  final Config.Diff diff(Config.Diff read) {
    return read.withIgnore(union(read.ignore(), ignore)).withRenames(union(read.renames(), rename));
  }

  @Override
  final Config withoutDatabase(Config read) {
    read.database().warnings().forEach(getLog()::warn);
    getLog()
        .info(
            "No database is configured: the entities are compared with what the committed"
                + " migrations make.");
    return read.againstHistory();
  }

  @Override
  final Config databases(Config read) {
    Config chosen = against == Against.history ? read.againstHistory() : super.databases(read);
    return files(shadowVersion == null ? chosen : chosen.withShadowVersion(shadowVersion));
  }

  /** The settings of new files. */
  Config files(Config read) {
    return read;
  }

  @Override
  final ProjectClasspath classpath() {
    return BuildClasspath.of(project());
  }

  @Override
  final List<Path> bundledHibernate(Config config) {
    boolean hibernate =
        config.model().classpath() == null
            && project().getArtifacts().stream()
                .anyMatch(each -> each.getArtifactId().equals("hibernate-core"));
    return hibernate ? List.of() : SpareLibrary.hibernate(artifacts()).jars();
  }

  private static List<String> union(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }
}
