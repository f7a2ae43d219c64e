package dev.autogen.dialect.postgresql;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the PostgreSQL extension that has what an error message reports as missing. */
final class ExtensionHint {

  private static final Pattern MISSING =
      Pattern.compile(
          "(?:type|operator class) \"(?:[^\".]+\\.)?([^\".\\[]+)(?:\\[])?\" does not exist.*");

  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("citext", "citext"),
          Map.entry("hstore", "hstore"),
          Map.entry("ltree", "ltree"),
          Map.entry("lquery", "ltree"),
          Map.entry("cube", "cube"),
          Map.entry("isbn", "isn"),
          Map.entry("vector", "vector"),
          Map.entry("halfvec", "vector"),
          Map.entry("sparsevec", "vector"),
          Map.entry("vector_l2_ops", "vector"),
          Map.entry("vector_ip_ops", "vector"),
          Map.entry("vector_cosine_ops", "vector"),
          Map.entry("geometry", "postgis"),
          Map.entry("geography", "postgis"),
          Map.entry("gin_trgm_ops", "pg_trgm"),
          Map.entry("gist_trgm_ops", "pg_trgm"));

  private ExtensionHint() {}

  /** Advice for an error with that message, if an extension would help. */
  static Optional<String> of(String message) {
    Matcher missing = MISSING.matcher(message);
    if (!missing.matches()) {
      return Optional.empty();
    }
    String extension = EXTENSIONS.get(missing.group(1));
    return Optional.of(
        extension == null
            ? "if an extension brings it, create that first, in this migration or an earlier one:"
                + " op.execute(\"create extension if not exists …\")"
            : "it belongs to the extension "
                + extension
                + "; create that first, in this migration or an earlier one: op.execute(\"create"
                + " extension if not exists "
                + extension
                + "\")");
  }
}
