package dev.autogen.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where Liquibase's changelogs usually begin. */
public final class UsualChangelogs {

  /**
   * Spring Boot's and Quarkus's names first, then those of JHipster and of Liquibase's examples.
   */
  private static final List<String> NAMES =
      List.of(
          "db/changelog/db.changelog-master",
          "db/changeLog",
          "db/changelog/db.changelog",
          "db/changelog/changelog-master",
          "db/changelog/changelog",
          "db/changelog/master",
          "config/liquibase/master",
          "liquibase/master",
          "liquibase/changelog",
          "changelog-master",
          "changelog");

  private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".xml", ".json", ".sql");

  private UsualChangelogs() {}

  /**
   * The changelog that a project has at a usual place.
   *
   * @param folders where its files lie
   * @return its name as Liquibase finds it; empty where there is none
   */
  public static Optional<String> find(List<Path> folders) {
    for (Path folder : folders) {
      for (String name : NAMES) {
        for (String suffix : SUFFIXES) {
          if (Files.isRegularFile(folder.resolve(name + suffix))) {
            return Optional.of(name + suffix);
          }
        }
      }
    }
    return Optional.empty();
  }
}
