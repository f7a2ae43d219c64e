package dev.autogen.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A change of a database, from a file of cases: {@code -- case: NAME} begins one, and {@code --
 * PART} a part of it.
 */
record ObjectCase(String name, Map<String, String> parts) {

  static List<ObjectCase> read(String resource) {
    try (InputStream in = ObjectCase.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
      List<ObjectCase> cases = new ArrayList<>();
      for (String found : text.split("(?m)^-- case: ")) {
        if (!found.isBlank() && !found.startsWith("--")) {
          cases.add(parse(found));
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectCase parse(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    String[] pieces = text.split("(?m)^-- (?=[a-z]+$)");
    for (int i = 1; i < pieces.length; i++) {
      int line = pieces[i].indexOf('\n');
      parts.put(pieces[i].substring(0, line), pieces[i].substring(line + 1).strip());
    }
    return new ObjectCase(pieces[0].strip(), parts);
  }

  String part(String part) {
    return parts.getOrDefault(part, "");
  }

  List<String> lines(String part) {
    return part(part).lines().filter(line -> !line.isBlank()).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
