package dev.autogen.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A change of a database: what is there before, with rows, and what shall be there after. */
record DiffCase(String name, String before, String rows, String after) {

  private static final Pattern SECTION = Pattern.compile("(?m)^-- (before|rows|after)$");

  private static final Pattern SINCE = Pattern.compile(".* \\(since PostgreSQL (\\d+)\\)");

  /** The first major version that takes it, where its name says one. */
  int since() {
    Matcher matcher = SINCE.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** The cases of {@code diff/cases.sql}, or those with {@code -Dautogen.test.case} in the name. */
  static List<DiffCase> all() {
    try (InputStream in = DiffCase.class.getResourceAsStream("/diff/cases.sql")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<DiffCase> cases = new ArrayList<>();
      for (String part : text.split("(?m)^== ")) {
        if (!part.isBlank() && part.contains(System.getProperty("autogen.test.case", ""))) {
          cases.add(parse(part));
        }
      }
      cases.removeIf(each -> !each.name().contains(System.getProperty("autogen.test.case", "")));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DiffCase parse(String text) {
    String[] sections = SECTION.split(text);
    boolean hasRows = sections.length == 4;
    return new DiffCase(
        sections[0].strip(), sections[1], hasRows ? sections[2] : "", sections[hasRows ? 3 : 2]);
  }

  @Override
  public String toString() {
    return name;
  }
}
