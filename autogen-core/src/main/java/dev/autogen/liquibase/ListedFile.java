package dev.autogen.liquibase;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds a file to a changelog that lists its files, in the place behind another and in the way in
 * which that one is listed. The rest of the text stays as it is.
 */
public final class ListedFile {

  private final String text;
  private final String extension;

  /**
   * A changelog.
   *
   * @param name its name, whose ending says what it is written in
   */
  public ListedFile(String name, String text) {
    this.text = text;
    this.extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * The text with a file behind another; empty if the other is not listed by its name.
   *
   * @param other the name of the other file without folders
   * @param added the name of the new file in the same folder
   */
  public Optional<String> behind(String other, String added) {
    String quoted = "([^\"'\\s<>]*[/\\\\])?" + Pattern.quote(other);
    return switch (extension) {
      case "xml" -> xml(quoted, added);
      case "yaml", "yml" -> yaml(quoted, added);
      case "json" -> json(quoted, added);
      default -> Optional.empty();
    };
  }

  /**
   * The text with a file at the end, which lies in the changelog's own folder; empty if this is a
   * changelog that cannot include files.
   */
  public Optional<String> atTheEnd(String added) {
    return switch (extension) {
      case "xml" -> {
        int end = text.lastIndexOf("</databaseChangeLog>");
        yield end < 0
            ? Optional.empty()
            : Optional.of(
                text.substring(0, end)
                    + "    <include file=\""
                    + added
                    + "\" relativeToChangelogFile=\"true\"/>\n"
                    + text.substring(end));
      }
      case "yaml", "yml" ->
          Optional.of(
              (text.endsWith("\n") ? text : text + "\n")
                  .replaceFirst("(?m)^(databaseChangeLog:)\\s*\\[\\s*]", "$1")
                  .concat(
                      itemIndent()
                          + "- include:\n"
                          + itemIndent()
                          + "    file: "
                          + added
                          + "\n"
                          + itemIndent()
                          + "    relativeToChangelogFile: true\n"));
      case "json" -> jsonAtTheEnd(added);
      default -> Optional.empty();
    };
  }

  private String itemIndent() {
    Matcher item = Pattern.compile("(?m)^( *)- +\\w+:").matcher(text);
    return item.find() ? item.group(1) : "  ";
  }

  private Optional<String> xml(String other, String added) {
    Matcher include =
        Pattern.compile(
                "<include\\b[^>]*?\\bfile\\s*=\\s*[\"']"
                    + other
                    + "[\"'][^>]*?(?:/>|>\\s*</include\\s*>)")
            .matcher(text);
    if (!include.find()) {
      return Optional.empty();
    }
    boolean relative = include.group().matches("(?s).*relativeToChangelogFile\\s*=\\s*.true.*");
    String line =
        "\n"
            + indent(include.start())
            + "<include file=\""
            + folder(include)
            + added
            + "\""
            + (relative ? " relativeToChangelogFile=\"true\"" : "")
            + "/>";
    return Optional.of(text.substring(0, include.end()) + line + text.substring(include.end()));
  }

  private static String folder(Matcher include) {
    String folder = include.group(1);
    return folder == null ? "" : folder;
  }

  /** The white space at the start of the line of a place. */
  private String indent(int place) {
    int start = text.lastIndexOf('\n', place) + 1;
    String before = text.substring(start, place);
    return before.isBlank() ? before : "";
  }

  private Optional<String> yaml(String other, String added) {
    Matcher file = Pattern.compile("(?m)^( *)file: *[\"']?" + other + "[\"']? *$").matcher(text);
    if (!file.find()) {
      return Optional.empty();
    }
    String inner = file.group(1);
    String folder = file.group(2) == null ? "" : file.group(2);
    Matcher items = Pattern.compile("(?m)^( *)- *include: *$").matcher(text);
    int start = -1;
    String outer = "";
    while (items.find() && items.start() < file.start()) {
      start = items.start();
      outer = items.group(1);
    }
    if (start < 0) {
      return Optional.empty();
    }
    int end = text.length();
    Matcher next = Pattern.compile("(?m)^ {0," + outer.length() + "}[^ \\r\\n].*$").matcher(text);
    if (next.find(file.end())) {
      end = next.start();
    }
    String old = text.substring(start, end).stripTrailing();
    boolean relative = old.matches("(?s).*relativeToChangelogFile: *[\"']?true.*");
    String item =
        "\n"
            + outer
            + "- include:\n"
            + inner
            + "file: "
            + folder
            + added
            + (relative ? "\n" + inner + "relativeToChangelogFile: true" : "");
    int place = start + old.length();
    return Optional.of(text.substring(0, place) + item + text.substring(place));
  }

  private Optional<String> json(String other, String added) {
    Matcher file = Pattern.compile("\"file\"\\s*:\\s*\"" + other + "\"").matcher(text);
    if (!file.find()) {
      return Optional.empty();
    }
    int inner = text.lastIndexOf('{', file.start());
    int start = inner < 0 ? -1 : text.lastIndexOf('{', inner - 1);
    int end = text.indexOf('}', file.end());
    end = end < 0 ? -1 : text.indexOf('}', end + 1);
    if (start < 0 || end < 0) {
      return Optional.empty();
    }
    boolean relative =
        text.substring(start, end).matches("(?s).*\"relativeToChangelogFile\"\\s*:\\s*\"?true.*");
    return Optional.of(
        text.substring(0, end + 1)
            + ",\n"
            + indent(start)
            + jsonItem(folder(file) + added, relative)
            + text.substring(end + 1));
  }

  private Optional<String> jsonAtTheEnd(String added) {
    int end = text.lastIndexOf(']');
    if (end < 0) {
      return Optional.empty();
    }
    String before = text.substring(0, end).stripTrailing();
    String comma = before.endsWith("[") ? "" : ",";
    return Optional.of(
        before + comma + "\n    " + jsonItem(added, true) + "\n  " + text.substring(end));
  }

  private static String jsonItem(String file, boolean relative) {
    return "{ \"include\": { \"file\": \""
        + file
        + "\""
        + (relative ? ", \"relativeToChangelogFile\": true" : "")
        + " } }";
  }
}
