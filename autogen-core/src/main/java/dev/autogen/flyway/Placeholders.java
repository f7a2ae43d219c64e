package dev.autogen.flyway;

import java.util.HashMap;
import java.util.Map;

/**
 * Flyway's placeholders (Flyway documentation, Placeholders): {@code ${name}}, and its own such as
 * {@code ${flyway:defaultSchema}}.
 *
 * @param prefix what stands before a name
 * @param suffix what stands behind it
 * @param values by name; empty where nothing is replaced
 */
public record Placeholders(String prefix, String suffix, Map<String, String> values) {

  private static final String KEY = "flyway.placeholders.";

  public Placeholders {
    values = Map.copyOf(values);
  }

  /** The placeholders that a project's settings define. */
  public static Placeholders of(Map<String, String> settings) {
    Map<String, String> values = new HashMap<>();
    if (!"false".equals(settings.get("flyway.placeholderReplacement"))) {
      values.put("flyway:defaultSchema", settings.getOrDefault("flyway.defaultSchema", "public"));
      values.put("flyway:table", settings.getOrDefault("flyway.table", "flyway_schema_history"));
      values.put("flyway:user", "autogen");
      values.put("flyway:database", "autogen");
      values.put("flyway:workingDirectory", "");
      values.put("flyway:timestamp", "2026-01-01 00:00:00");
      settings.forEach(
          (key, value) -> {
            if (key.startsWith(KEY)) {
              values.put(key.substring(KEY.length()), value);
            }
          });
    }
    return new Placeholders(
        settings.getOrDefault("flyway.placeholderPrefix", "${"),
        settings.getOrDefault("flyway.placeholderSuffix", "}"),
        values);
  }

  /** The text of a file with the values in place of the placeholders. */
  public String replace(String text, String fileName) {
    String replaced = text.replace(prefix + "flyway:filename" + suffix, fileName);
    for (Map.Entry<String, String> each : values.entrySet()) {
      replaced = replaced.replace(prefix + each.getKey() + suffix, each.getValue());
    }
    return replaced;
  }
}
