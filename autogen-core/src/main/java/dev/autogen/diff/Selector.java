package dev.autogen.diff;

import dev.autogen.text.Glob;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A glob of names, with or without a kind: {@code legacy_*}, {@code index:ix_*}.
 *
 * @param kind the kind, or null for any
 * @param glob what a name must match as a whole
 */
record Selector(@Nullable ObjectKind kind, Glob glob) {

  private static final Pattern WITH_KIND = Pattern.compile("([a-z-]+):(.+)", Pattern.DOTALL);

  /**
   * Reads a setting.
   *
   * @throws dev.autogen.schema.AutogenException if it begins with an unknown kind
   */
  static Selector parse(String setting) {
    Matcher matcher = WITH_KIND.matcher(setting);
    return matcher.matches()
        ? new Selector(ObjectKind.of(matcher.group(1), setting), Glob.ofNames(matcher.group(2)))
        : new Selector(null, Glob.ofNames(setting));
  }

  boolean matches(String name) {
    return glob.matches(name);
  }
}
