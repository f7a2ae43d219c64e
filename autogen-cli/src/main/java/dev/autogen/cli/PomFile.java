package dev.autogen.cli;

import dev.autogen.file.AtomicFile;
import dev.autogen.schema.AutogenException;
import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.maven.Coordinates;
import eu.maveniverse.domtrip.maven.PomEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The POM of a project, with what autogen needs. Comments, blanks and everything else in it stay as
 * they are.
 */
final class PomFile {

  private static final String GROUP = "dev.autogen";

  private final Path file;
  private final String before;
  private final String after;
  private final List<String> added;

  private PomFile(Path file, String before, String after, List<String> added) {
    this.file = file;
    this.before = before;
    this.after = after;
    this.added = added;
  }

  /**
   * Reads a project's POM and adds the plugin, and what migrations are compiled against. Nothing is
   * written.
   *
   * @param library whether the project compiles migrations
   * @param version the version of autogen
   * @throws AutogenException if there is no POM, or one that cannot be read
   */
  static PomFile edited(Path project, boolean library, String version) {
    Path file = project.resolve("pom.xml");
    if (!Files.isRegularFile(file)) {
      throw AutogenException.usage(
          "--edit-pom: there is no " + file + "; leave the option out. Nothing was written.");
    }
    try {
      String before = Files.readString(file);
      PomEditor editor = new PomEditor(Document.of(file));
      List<String> added = new ArrayList<>();
      if (library) {
        String text = editor.toXml();
        editor.dependencies().updateDependency(true, coordinates("autogen-core", version));
        note(added, text, editor, "the dependency autogen-core");
      }
      String text = editor.toXml();
      editor.plugins().updatePlugin(true, coordinates("autogen-maven-plugin", version));
      note(added, text, editor, "autogen-maven-plugin");
      return new PomFile(file, before, editor.toXml(), added);
    } catch (IOException | DomTripException e) {
      throw AutogenException.usage(
          "--edit-pom: " + file + " cannot be read: " + e.getMessage() + ". Nothing was written.");
    }
  }

  private static Coordinates coordinates(String artifact, String version) {
    return Coordinates.of(GROUP, artifact, version);
  }

  private static void note(List<String> added, String before, PomEditor editor, String what) {
    if (!editor.toXml().equals(before)) {
      added.add(what);
    }
  }

  /** Writes the file, if something is new. */
  void write() {
    if (added.isEmpty()) {
      return;
    }
    try {
      if (!Files.readString(file).equals(before)) {
        throw AutogenException.usage(
            file + " was changed meanwhile; run 'autogen init --edit-pom' again.");
      }
      AtomicFile.replace(file, after);
    } catch (IOException e) {
      throw AutogenException.failed(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** What was done, in words. */
  String line() {
    return added.isEmpty()
        ? "pom.xml has what autogen needs already."
        : "Added to pom.xml: " + String.join(", ", added) + ".";
  }
}
