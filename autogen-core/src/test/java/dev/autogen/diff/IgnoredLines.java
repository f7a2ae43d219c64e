package dev.autogen.diff;

import dev.autogen.diff.CatalogText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ignore} and {@code include} keep a comparison away from, read from the manual rather
 * than from the code: lines of the catalog whose names match, and all that belongs to such a table.
 */
record IgnoredLines(List<String> ignore, List<String> include) {

  /**
   * How an upgrade touched what is ignored: nothing of it may go, change or appear.
   *
   * @param gone names of what goes all the same, since what it rests on goes
   */
  List<String> touched(CatalogText before, CatalogText after, List<String> gone) {
    List<Line> lost = new ArrayList<>(before.lines());
    lost.removeAll(after.lines());
    lost.removeIf(line -> gone.contains(line.name()));
    List<Line> found = new ArrayList<>(after.lines());
    found.removeAll(before.lines());
    return Stream.concat(
            lost.stream().filter(this::isIgnored).map(line -> "gone or changed: " + line),
            found.stream().filter(this::isIgnored).map(line -> "appeared or changed: " + line))
        .toList();
  }

  private boolean isIgnored(Line line) {
    return ignore.stream().anyMatch(selector -> matches(selector, line))
        || Stream.of("schema", "index", "")
            .anyMatch(kind -> isConcerned(kind, line) && isLeftOut(kind, line));
  }

  /** Whether only some of a kind are included, and a line is of none of them. */
  private boolean isLeftOut(String kind, Line line) {
    List<String> only = include.stream().filter(each -> kind(each).equals(kind)).toList();
    return !only.isEmpty() && only.stream().noneMatch(selector -> matches(selector, line));
  }

  private static boolean isConcerned(String kind, Line line) {
    return kind.equals("index") ? line.kind().equals("index") : !line.kind().equals("schema");
  }

  private static boolean matches(String selector, Line line) {
    String glob = selector.substring(selector.indexOf(':') + 1);
    String relation = line.owner().isEmpty() ? line.name() : line.owner();
    String qualified = relation.contains(".") ? relation : "public." + relation;
    String member = line.owner().isEmpty() ? "" : line.name();
    boolean isMember = !member.isEmpty();
    return switch (kind(selector)) {
      case "" ->
          isAny(glob, plain(relation), relation, qualified)
              || (isMember && isAny(glob, relation + "." + member, qualified + "." + member));
      case "schema" -> isAny(glob, qualified.substring(0, qualified.indexOf('.')));
      case "table" ->
          !List.of("sequence", "type").contains(line.kind())
              && isAny(glob, plain(relation), relation, qualified);
      case "sequence", "type" ->
          line.kind().equals(kind(selector)) && isAny(glob, plain(line.name()), line.name());
      case "constraint" -> line.kind().equals("constraint") && isAny(glob, names(line));
      case "column", "index" -> line.kind().equals(kind(selector)) && isAny(glob, names(line));
      default ->
          line.kind().equals("constraint")
              && line.text().startsWith(kind(selector).replace('-', ' ').toUpperCase(Locale.ROOT))
              && isAny(glob, names(line));
    };
  }

  private static String kind(String selector) {
    return selector.substring(0, Math.max(0, selector.indexOf(':')));
  }

  private static String[] names(Line line) {
    return new String[] {line.name(), line.owner() + "." + line.name()};
  }

  private static String plain(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  private static boolean isAny(String glob, String... names) {
    Pattern pattern = Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
    return Stream.of(names).anyMatch(name -> pattern.matcher(name).matches());
  }
}
