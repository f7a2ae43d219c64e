package dev.autogen.authoring;

import dev.autogen.liquibase.Changeset;
import dev.autogen.liquibase.ListedFile;
import dev.autogen.liquibase.NextName;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.LiquibaseMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the file for the next changeset, and the changelog that has to list it. */
final class ChangelogPlace {

  private final LiquibaseMigrations migrations;
  private final List<Changeset> all;
  private final NextName names;

  ChangelogPlace(LiquibaseMigrations migrations, List<Changeset> all, NextName names) {
    this.migrations = migrations;
    this.all = all;
    this.names = names;
  }

  /**
   * The place behind the last changeset.
   *
   * @throws AutogenException if the last changelog is no file of the project
   */
  LiquibaseDraft.Place next() {
    String root = migrations.liquibase().settings().changelog();
    if (all.isEmpty()) {
      return besideFirst(migrations.file(root), names.first());
    }
    Changeset last = all.get(all.size() - 1);
    Path file = migrations.file(last.file());
    if (last.parents().isEmpty()) {
      return file.toString().endsWith(".sql")
          ? new LiquibaseDraft.Place(file, text(file), null, null)
          : besideFirst(file, names.first());
    }
    Path added = file.resolveSibling(fileName(file));
    Path listing = migrations.file(last.parents().get(0));
    Optional<String> listed =
        new ListedFile(listing.toString(), text(listing))
            .behind(last.fileName(), added.getFileName().toString());
    return new LiquibaseDraft.Place(
        added, null, listed.isPresent() ? listing : null, listed.orElse(null));
  }

  /** A new file beside the first changelog, which has its changesets in itself so far. */
  private static LiquibaseDraft.Place besideFirst(Path first, String name) {
    if (first.toString().endsWith(".sql")) {
      return new LiquibaseDraft.Place(first, text(first), null, null);
    }
    Path added = first.resolveSibling(name + ".sql");
    String listed =
        new ListedFile(first.toString(), text(first))
            .atTheEnd(added.getFileName().toString())
            .orElse(null);
    return new LiquibaseDraft.Place(added, null, listed == null ? null : first, listed);
  }

  /** A name like that of the last file, behind which it sorts. */
  private String fileName(Path last) {
    Set<String> used = new HashSet<>();
    try (Stream<Path> files = Files.list(last.getParent())) {
      files.forEach(each -> used.add(stem(each)));
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + last.getParent() + ": " + e.getMessage(), e);
    }
    return names.after(stem(last), used) + ".sql";
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.(sql|xml|ya?ml|json)$", "");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
