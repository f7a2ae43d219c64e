package dev.autogen.authoring;

import dev.autogen.config.Config;
import dev.autogen.diff.Comparison;
import dev.autogen.file.AtomicFile;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.operation.Operation;
import dev.autogen.render.java.FileTemplate;
import dev.autogen.render.java.JavaRenderer;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.render.java.SourceTemplate;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the files of new revisions. */
public final class RevisionWriter {

  private static final int ID_BYTES = 6;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private final Config.Migrations settings;
  private final FileTemplate template;
  private final @Nullable SourceTemplate sourceTemplate;
  private final RevisionGraph history;
  private final Clock clock;
  private final @Nullable Path replaced;

  RevisionWriter(Config.Migrations settings, RevisionGraph history, Clock clock) {
    this(settings, history, clock, null);
  }

  /**
   * A writer of a revision in the place of another.
   *
   * @param replaced the file of the other, which is not part of the history given, or null
   */
  RevisionWriter(
      Config.Migrations settings, RevisionGraph history, Clock clock, @Nullable Path replaced) {
    this.settings = settings;
    this.template =
        FileTemplate.of(
            settings.newFiles().nameTemplate(),
            settings.newFiles().slugLength(),
            settings.newFiles().timezone());
    this.sourceTemplate = sourceTemplate(settings.newFiles().template());
    this.history = history;
    this.clock = clock;
    this.replaced = replaced;
  }

  /** The file of a revision, not yet written. */
  MigrationFile file(
      RevisionRequest request,
      RevisionParents parents,
      @Nullable Comparison comparison,
      String note) {
    String message = message(request, comparison);
    String id = request.id() == null ? unusedId() : checked(request.id());
    var created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new MigrationFile(
        settings.packageName(),
        template.className(id, message, created),
        message,
        id,
        parents.revises(),
        created,
        parents.branchLabels(),
        parents.dependsOn(),
        comparison == null ? List.of() : comparison.upgrade(),
        comparison == null ? List.of() : comparison.downgrade(),
        null,
        note);
  }

  /** The file of a revision that replaces others, not yet written and without operations. */
  MigrationFile squash(
      String message, @Nullable String wanted, RevisionParents place, List<String> replaces) {
    String id = wanted == null ? unusedId() : checked(wanted);
    var created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new MigrationFile(
        settings.packageName(),
        template.className(id, message, created),
        message,
        id,
        place.revises(),
        created,
        place.branchLabels(),
        place.dependsOn(),
        replaces,
        List.of(),
        List.of(),
        null,
        "");
  }

  /**
   * Checks that the file can be written later.
   *
   * @throws AutogenException if a file of that name exists
   */
  void requireFree(MigrationFile file) {
    Path path = path(file);
    if (!path.equals(replaced) && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(path);
    }
  }

  /**
   * Writes the file at {@link #path}, completely or not at all. The file that it replaces is
   * deleted after that.
   *
   * @throws AutogenException if it exists already, or cannot be written
   */
  public void write(Path path, String source) {
    try {
      if (path.equals(replaced)) {
        AtomicFile.replace(path, source);
        return;
      }
      AtomicFile.create(path, source);
    } catch (FileAlreadyExistsException e) {
      throw exists(path);
    } catch (IOException e) {
      throw AutogenException.failed(
          "The migration file "
              + path
              + " cannot be written: "
              + e
              + ". Nothing was written; make room, or give this user the right to write there, and"
              + " run the command again.",
          e);
    }
    if (replaced != null) {
      delete(replaced);
    }
  }

  /** Deletes the file of a revision. */
  static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw AutogenException.failed(
          "The file " + file + " cannot be deleted: " + e + ". Delete it yourself.", e);
    }
  }

  private static AutogenException exists(Path path) {
    return AutogenException.usage(
        "The migration file " + path + " exists already; nothing was written.");
  }

  /** The text of the file. */
  String source(MigrationFile file) {
    return withImports(
        sourceTemplate == null
            ? JavaRenderer.render(file)
            : sourceTemplate.fill(file, settings.newFiles().timezone()));
  }

  /** A source with its imports as the project wants them. */
  String withImports(String source) {
    return settings.newFiles().explicitImports() ? ExplicitImports.in(source) : source;
  }

  /** Whether the text comes from the project's own template. */
  boolean hasTemplate() {
    return sourceTemplate != null;
  }

  private static @Nullable SourceTemplate sourceTemplate(@Nullable Path file) {
    return file == null ? null : new SourceTemplate(file.toString(), ScriptDirectories.text(file));
  }

  /** The path of the file. */
  Path path(MigrationFile file) {
    return settings.directory().resolve(file.fileName());
  }

  static String message(RevisionRequest request, @Nullable Comparison comparison) {
    if (request.message() != null && !request.message().isBlank()) {
      return request.message();
    }
    if (comparison == null) {
      throw AutogenException.usage("An empty revision needs a message: pass -m \"…\".");
    }
    List<Operation> operations = comparison.operations();
    String first = operations.get(0).kind().replace('_', ' ') + " " + operations.get(0).object();
    return operations.size() == 1 ? first : first + " and " + (operations.size() - 1) + " more";
  }

  private String unusedId() {
    SecureRandom random = new SecureRandom();
    String id;
    do {
      byte[] bytes = new byte[ID_BYTES];
      random.nextBytes(bytes);
      id = HexFormat.of().formatHex(bytes);
    } while (history.contains(id));
    return id;
  }

  private String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw AutogenException.usage(
          "\"" + id + "\" is no identifier for a revision; use letters, digits and underscores.");
    }
    if (history.contains(id)) {
      throw AutogenException.usage(
          "There is a revision " + id + " already, in " + history.get(id).location() + ".");
    }
    return id;
  }
}
