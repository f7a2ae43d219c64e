package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.Set;

/** Reads {@code [lint]}. */
final class LintSettings {

  private static final Set<String> LEVELS = Set.of("note", "warning", "error");

  private LintSettings() {}

  static Config.Lint read(TomlFile toml) {
    String level = toml.string("lint.level");
    if (level != null && !LEVELS.contains(level)) {
      throw AutogenException.usage(
          toml.place("lint.level") + " must be \"note\", \"warning\" or \"error\".");
    }
    return new Config.Lint(
        toml.strings("lint.ignore"),
        level == null ? "note" : level,
        toml.string("lint.since"),
        toml.strings("lint.large-tables"));
  }
}
