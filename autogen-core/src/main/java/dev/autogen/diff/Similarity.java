package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** How similar two objects are, from 0 to 1, by their names and their parts. */
final class Similarity {

  private Similarity() {}

  static double of(Table one, Table other) {
    return isTogether(one.name(), other.name()) ? common(names(one), names(other)) : 0;
  }

  private static Set<String> names(Table table) {
    Set<String> names = new HashSet<>();
    table.columns().forEach(column -> names.add(column.name()));
    return names;
  }

  /**
   * The similarity of two sequences that count alike. Only the names show which one served which
   * table.
   */
  static double of(Sequence one, Sequence other) {
    boolean alike =
        isTogether(one.name(), other.name())
            && one.increment() == other.increment()
            && one.owner() == null
            && other.owner() == null;
    return alike ? of(one.name().name(), other.name().name()) : 0;
  }

  static double of(EnumType one, EnumType other) {
    return isTogether(one.name(), other.name())
        ? common(new HashSet<>(one.values()), new HashSet<>(other.values()))
        : 0;
  }

  static double of(CompositeType one, CompositeType other) {
    return isTogether(one.name(), other.name()) ? common(names(one), names(other)) : 0;
  }

  private static Set<String> names(CompositeType type) {
    Set<String> names = new HashSet<>();
    type.attributes().forEach(attribute -> names.add(attribute.name()));
    return names;
  }

  private static boolean isTogether(QualifiedName one, QualifiedName other) {
    return Objects.equals(one.schema(), other.schema());
  }

  private static double common(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }

  /** Whether one column could take the other's values unchanged. */
  static boolean isOfOneKind(Column one, Column other) {
    return one.type().qualifiedName().equals(other.type().qualifiedName())
        && one.type().dimensions() == other.type().dimensions()
        && (one.generated() == null) == (other.generated() == null)
        && (one.identity() == null) == (other.identity() == null);
  }

  /**
   * The similarity of two names: 1 for equal names, 0 for names without a common letter. It is the
   * larger of Levenshtein's distance and the share of common words ({@code email} and {@code
   * email_address}).
   */
  static double of(String one, String other) {
    double words = common(words(one), words(other));
    return Math.max(
        words, 1 - (double) distance(one, other) / Math.max(one.length(), other.length()));
  }

  private static Set<String> words(String name) {
    return new HashSet<>(List.of(name.toLowerCase(Locale.ROOT).split("[_ .]+")));
  }

  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
