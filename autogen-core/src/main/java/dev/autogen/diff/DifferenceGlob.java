package dev.autogen.diff;

import dev.autogen.text.Glob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A glob of differences by the names of their objects: {@code users.*}. A kind may stand before it:
 * {@code index:users.*}.
 */
public final class DifferenceGlob {

  private final @Nullable DifferenceKind kind;
  private final Glob names;

  private DifferenceGlob(@Nullable DifferenceKind kind, Glob names) {
    this.kind = kind;
    this.names = names;
  }

  /** The glob that a text means. A word before a colon that is no kind belongs to the name. */
  public static DifferenceGlob parse(String text) {
    for (DifferenceKind each : DifferenceKind.values()) {
      String prefix = each.word() + ":";
      if (text.startsWith(prefix)) {
        return new DifferenceGlob(each, Glob.ofNames(text.substring(prefix.length())));
      }
    }
    return new DifferenceGlob(null, Glob.ofNames(text));
  }

  /**
   * Whether the glob means a difference.
   *
   * @param defaultSchema the schema of names without one, or null where that is not known
   */
  public boolean matches(Difference difference, @Nullable String defaultSchema) {
    return (kind == null || kind == difference.kind())
        && names(difference, defaultSchema).stream().anyMatch(names::matches);
  }

  /** The names by which a glob can mean the object, as for {@code [diff] ignore}. */
  static List<String> names(Difference difference, @Nullable String defaultSchema) {
    String object = difference.object();
    String plain = difference.container().name();
    List<String> names = new ArrayList<>(List.of(object));
    if (difference.member() == null) {
      names.add(plain);
    } else {
      names.add(plain + "." + difference.member());
      names.add(difference.member());
    }
    if (difference.container().schema() == null && defaultSchema != null) {
      names.add(defaultSchema + "." + object);
    }
    return names;
  }
}
