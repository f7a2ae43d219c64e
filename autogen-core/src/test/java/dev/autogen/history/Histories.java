package dev.autogen.history;

import java.util.ArrayList;
import java.util.List;

/** Histories for tests, written as {@code "c <- a b"}: c follows a and b. */
public final class Histories {

  private Histories() {}

  /**
   * A history. Each line is {@code id <- parents [label] (dependencies)}, the later ones younger.
   */
  public static RevisionGraph of(String... lines) {
    List<RevisionScript> scripts = new ArrayList<>();
    for (String line : lines) {
      scripts.add(script(line, scripts.size()));
    }
    return RevisionGraph.of(scripts);
  }

  static RevisionScript script(String line, int age) {
    String[] sides = (line.replaceAll("[\\[(].*", "") + " ").split("<-");
    String id = sides[0].strip();
    return new RevisionScript(
        id,
        sides.length > 1 ? words(sides[1]) : List.of(),
        words(line.contains("[") ? line.replaceAll(".*\\[(.*)].*", "$1") : ""),
        words(line.contains("(") ? line.replaceAll(".*\\((.*)\\).*", "$1") : ""),
        "2026-01-01T00:%02d:00Z".formatted(age),
        "message of " + id,
        "db.M_" + id,
        id + ".java");
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
