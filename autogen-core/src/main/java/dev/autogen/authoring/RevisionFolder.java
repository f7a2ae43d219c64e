package dev.autogen.authoring;

import dev.autogen.config.Config;
import dev.autogen.history.RevisionScript;
import dev.autogen.run.source.SourceMigrations;
import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Chooses the folder and the package of a new migration where there are several folders. */
final class RevisionFolder {

  private final Config config;
  private final SourceMigrations migrations;

  RevisionFolder(Config config, SourceMigrations migrations) {
    this.config = config;
    this.migrations = migrations;
  }

  /**
   * The settings for a new migration. Its folder is the one asked for, else that of the revision
   * which it follows, else the usual one.
   *
   * @param asked the folder that was asked for, or null
   * @throws AutogenException if that is no folder of migrations
   */
  Config.Migrations of(@Nullable Path asked, RevisionParents parents) {
    Config.Migrations settings = config.migrations();
    if (asked != null) {
      Path folder = config.directory().resolve(asked).normalize();
      requireLocation(settings.directories(), folder);
      return settings.at(folder, packageOf(settings, folder));
    }
    if (settings.locations().isEmpty() || parents.revises().isEmpty()) {
      return settings;
    }
    RevisionScript parent = migrations.history().get(parents.revises().get(0));
    return settings.at(migrations.file(parent).getParent(), packageOf(parent));
  }

  private static void requireLocation(List<Path> locations, Path folder) {
    if (locations.stream().noneMatch(folder::startsWith)) {
      throw AutogenException.usage(
          "Path "
              + folder
              + " is not represented in current version locations: "
              + locations.stream().map(Path::toString).collect(Collectors.joining(", "))
              + ". Add it to [migrations] locations in autogen.toml.");
    }
  }

  /**
   * The package of the migrations in that folder. If there are none, the folder's path below the
   * sources gives it.
   */
  private String packageOf(Config.Migrations settings, Path folder) {
    Optional<RevisionScript> neighbour =
        migrations.history().all().stream()
            .filter(script -> folder.equals(migrations.file(script).getParent()))
            .findFirst();
    if (neighbour.isPresent()) {
      return packageOf(neighbour.get());
    }
    String path = dotted(folder);
    int sources = path.lastIndexOf("src.main.java.");
    String found =
        sources >= 0
            ? path.substring(sources + "src.main.java.".length())
            : belowOwnSources(settings, folder);
    return SourceVersion.isName(found) ? found : settings.packageName();
  }

  private static String belowOwnSources(Config.Migrations settings, Path folder) {
    String own = dotted(settings.directory());
    String path = dotted(folder);
    String root = own.substring(0, Math.max(0, own.length() - settings.packageName().length()));
    boolean conventional = own.endsWith("." + settings.packageName());
    return conventional && path.startsWith(root) ? path.substring(root.length()) : "";
  }

  private static String dotted(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("."));
  }

  private static String packageOf(RevisionScript script) {
    int dot = script.className().lastIndexOf('.');
    return dot < 0 ? "" : script.className().substring(0, dot);
  }
}
