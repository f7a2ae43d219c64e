package dev.autogen.maven;

import dev.autogen.ProjectSurroundings;
import dev.autogen.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that reads the project's entities. */
abstract class EntityGoal extends AutogenGoal {

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

  @Inject private RepositorySystem repositories;

  @Override
  final Config.Model model(Config.Model read) {
    Map<String, String> settings = new TreeMap<>(read.properties());
    settings.putAll(properties);
    return new Config.Model(
        read.classpath(),
        packages.isEmpty() ? read.packages() : packages,
        persistenceUnit == null ? read.persistenceUnit() : persistenceUnit,
        settings);
  }

  @Override
  final Config.Diff diff(Config.Diff read) {
    return read.withIgnore(union(read.ignore(), ignore)).withRenames(union(read.renames(), rename));
  }

  @Override
  final ProjectSurroundings surroundings(Config config) {
    boolean hibernate =
        config.model().classpath().isEmpty()
            && project().getArtifacts().stream()
                .anyMatch(each -> each.getArtifactId().equals("hibernate-core"));
    List<Path> bundled =
        hibernate ? List.of() : new BundledHibernate(repositories, session(), project()).jars();
    return new ProjectSurroundings(bundled, BuildClasspath.of(project()), listener());
  }

  private static List<String> union(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }
}
