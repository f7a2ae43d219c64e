package dev.autogen.render.java;

import dev.autogen.schema.AutogenException;
import dev.autogen.text.Visible;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A project's own template for the files of migrations: Java source with placeholders such as
 * {@code ${upgrade}}. A placeholder alone on its line gets that line's indentation; if it is empty,
 * the line is left out.
 *
 * @param name what messages call it, its file
 */
public record SourceTemplate(String name, String text) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]*)}");
  private static final Pattern ALONE = Pattern.compile("^([ \\t]*)\\$\\{([^{}]*)}[ \\t]*$");
  private static final List<String> KNOWN =
      List.of(
          "package",
          "imports",
          "javadoc",
          "annotation",
          "class",
          "upgrade",
          "downgrade",
          "methods",
          "message",
          "note",
          "id",
          "created",
          "date",
          "year");
  private static final List<String> NEEDED =
      List.of("annotation", "class", "upgrade", "downgrade", "methods");

  /**
   * Checks the placeholders.
   *
   * @throws AutogenException if one does not exist, or one is missing that a migration needs
   */
  public SourceTemplate {
    text = text.replace("\r\n", "\n");
    List<String> used =
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    for (String placeholder : used) {
      if (!KNOWN.contains(placeholder)) {
        throw AutogenException.usage(
            "The template "
                + name
                + " has the unknown placeholder ${"
                + placeholder
                + "}; known are "
                + listed(KNOWN)
                + ".");
      }
    }
    for (String placeholder : NEEDED) {
      if (!used.contains(placeholder)) {
        throw AutogenException.usage(
            "The template "
                + name
                + " lacks ${"
                + placeholder
                + "}; it needs "
                + listed(NEEDED)
                + ".");
      }
    }
  }

  private static String listed(List<String> placeholders) {
    return placeholders.stream().map(each -> "${" + each + "}").collect(Collectors.joining(" "));
  }

  /**
   * The source of a migration in this form.
   *
   * @param zone the zone of its dates
   */
  public String fill(MigrationFile file, ZoneId zone) {
    Map<String, String> values = values(file, zone);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Matcher alone = ALONE.matcher(line);
      if (!alone.matches()) {
        lines.add(inline(line, values));
        continue;
      }
      String value = values.get(alone.group(2));
      if (value.isEmpty()) {
        if (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
          lines.remove(lines.size() - 1);
        }
        continue;
      }
      value.lines().forEach(each -> lines.add(each.isEmpty() ? "" : alone.group(1) + each));
    }
    String filled = String.join("\n", lines);
    return Visible.source(filled.endsWith("\n") ? filled : filled + "\n");
  }

  private static String inline(String line, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
  }

  private static Map<String, String> values(MigrationFile file, ZoneId zone) {
    RenderedParts parts = RenderedParts.of(file);
    ZonedDateTime created = file.created().atZone(zone);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("package", file.packageName());
    values.put("imports", parts.imports());
    values.put("javadoc", JavadocText.of(file.message(), file.note()).stripTrailing());
    values.put("annotation", ClassHeader.annotation(file).stripTrailing());
    values.put("class", file.className());
    values.put("upgrade", parts.upgrade());
    values.put("downgrade", parts.downgrade());
    values.put("methods", parts.methods());
    values.put("message", JavadocText.inline(file.message()));
    values.put("note", JavadocText.inline(file.note()));
    values.put("id", file.id());
    values.put("created", file.created().atOffset(ZoneOffset.UTC).toInstant().toString());
    values.put("date", created.toLocalDate().toString());
    values.put("year", "%04d".formatted(created.getYear()));
    return values;
  }
}
