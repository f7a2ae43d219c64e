package dev.autogen.history;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the migrations of one or more directories from their sources. */
public final class ScriptDirectories {

  /**
   * The content of the directories.
   *
   * @param scripts the revisions, by file
   * @param others sources without a revision, which revisions may use
   * @param texts the text of each source
   */
  public record Content(
      Map<Path, RevisionScript> scripts, List<Path> others, Map<Path, String> texts) {

    /**
     * The same together with a source that is not written yet.
     *
     * @throws BrokenHistory if its header cannot be read, or it is cut short
     */
    public Content with(Path file, String text) {
      Map<Path, RevisionScript> allScripts = new TreeMap<>(scripts);
      List<Path> allOthers = new ArrayList<>(others);
      Map<Path, String> allTexts = new HashMap<>(texts);
      add(file, text, allScripts, allOthers, allTexts);
      return new Content(allScripts, List.copyOf(allOthers), allTexts);
    }

    /** The same without the revision of a file. */
    public Content without(Path file) {
      Map<Path, RevisionScript> left = new TreeMap<>(scripts);
      Map<Path, String> leftTexts = new HashMap<>(texts);
      left.remove(file);
      leftTexts.remove(file);
      return new Content(left, others, leftTexts);
    }
  }

  private ScriptDirectories() {}

  /**
   * Reads every {@code .java} file below the directories; one that does not exist is empty.
   *
   * @throws BrokenHistory if a header cannot be read, or a file is empty or cut short
   * @throws AutogenException if a file cannot be read
   */
  public static Content read(List<Path> directories) {
    Map<Path, RevisionScript> scripts = new TreeMap<>();
    List<Path> others = new ArrayList<>();
    Map<Path, String> texts = new HashMap<>();
    Set<Path> seen = new HashSet<>();
    for (Path directory : directories) {
      for (Path file : sources(directory)) {
        if (!seen.add(file.toAbsolutePath().normalize())) {
          continue; // one directory lies in another
        }
        add(file, text(file), scripts, others, texts);
      }
    }
    return new Content(scripts, List.copyOf(others), texts);
  }

  private static void add(
      Path file,
      String text,
      Map<Path, RevisionScript> scripts,
      List<Path> others,
      Map<Path, String> texts) {
    SourceCompleteness.require(text, file.toString());
    texts.put(file, text);
    SourceHeader.read(text, file.toString())
        .ifPresentOrElse(script -> scripts.put(file, script), () -> others.add(file));
  }

  /**
   * The text of a source in UTF-8, malformed bytes replaced.
   *
   * @throws AutogenException if the file cannot be read
   */
  public static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + file + ": " + e, e);
    }
  }

  private static List<Path> sources(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw AutogenException.failed("cannot read the directory " + directory + ": " + e, e);
    }
  }
}
