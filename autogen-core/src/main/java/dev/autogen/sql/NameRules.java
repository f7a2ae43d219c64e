package dev.autogen.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a database reads and writes names.
 *
 * @param quotes the quotes that it accepts around names; the first ones are written
 * @param folding how a name without quotes changes
 * @param maximum how long a name may be; 0 for any length
 * @param unit the unit of that length
 * @param keyWords words in lower case that can be a name only in quotes
 * @param swapped whether names of one case stand in the catalog in the other case: {@code trips} is
 *     stored as {@code TRIPS}, as the SQL standard has it, and autogen still calls it {@code trips}
 * @param scope where a name may stand for one thing alone
 */
public record NameRules(
    List<Quotes> quotes,
    Folding folding,
    int maximum,
    Unit unit,
    Set<String> keyWords,
    boolean swapped,
    Scope scope) {

  /** Rules by which names stand in the catalog as autogen calls them, and are shared. */
  public NameRules(
      List<Quotes> quotes, Folding folding, int maximum, Unit unit, Set<String> keyWords) {
    this(quotes, folding, maximum, unit, keyWords, false, Scope.RELATIONS_AND_KEYS);
  }

  /** The quotes around a name. A closing quote within the name is doubled. */
  public record Quotes(char open, char close) {

    /** Double quotes, as the SQL standard has them. */
    public static final Quotes DOUBLE = new Quotes('"', '"');

    /** Backticks, as MySQL has them. */
    public static final Quotes BACKTICKS = new Quotes('`', '`');

    /** Brackets, which SQLite reads too. */
    public static final Quotes BRACKETS = new Quotes('[', ']');
  }

  /** Where the name of a table, a sequence, an index or a key may stand for one thing alone. */
  public enum Scope {
    /** All of them share the names of a schema. */
    RELATIONS_AND_KEYS,
    /**
     * Tables, sequences and indexes share the names of a schema; keys may be called as they like.
     */
    RELATIONS,
    /** Each kind has the names of a schema for itself. */
    KINDS,
    /** Tables have the names of a schema for themselves, indexes and keys those of their table. */
    TABLES
  }

  /** How the ASCII letters of a name without quotes change. */
  public enum Folding {
    /** They become lower case. */
    LOWER,
    /** They become upper case. */
    UPPER,
    /** They stay as they are. */
    NONE,
    /**
     * Names mean the same in any case, also in quotes. The catalog keeps the case, and autogen
     * calls everything by lower case.
     */
    LOWER_ALSO_IN_QUOTES
  }

  /** The unit in which the length of a name is counted. */
  public enum Unit {
    /** Bytes in UTF-8. */
    BYTES,
    /** UTF-16 code units. */
    CHARACTERS
  }

  public NameRules {
    if (quotes.isEmpty()) {
      throw new IllegalArgumentException("names need quotes");
    }
    quotes = List.copyOf(quotes);
    keyWords = Set.copyOf(keyWords);
  }

  /** The name in quotes. */
  public String quoted(String name) {
    Quotes first = quotes.get(0);
    String close = String.valueOf(first.close());
    return first.open() + stored(name).replace(close, close + close) + close;
  }

  /** The name as it stands in the catalog. */
  public String stored(String name) {
    if (!swapped) {
      return name;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String upper = name.toUpperCase(Locale.ROOT);
    // A letter such as ß has no capital that leads back to it; such a name stays as it is.
    boolean swaps =
        upper.toLowerCase(Locale.ROOT).equals(lower) && lower.length() == upper.length();
    return !swaps ? name : name.equals(lower) ? upper : name.equals(upper) ? lower : name;
  }

  /** The name of what the catalog has under that name; {@link #stored} undoes it. */
  public String named(String stored) {
    return folding == Folding.LOWER_ALSO_IN_QUOTES ? folded(stored) : stored(stored);
  }

  /** The name in quotes, after its schema if it has one. */
  public String quoted(@Nullable String schema, String name) {
    return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
  }

  /** The name, in quotes only where the database would otherwise read another name. */
  public String written(String name) {
    return isPlain(name) ? name : quoted(name);
  }

  /** The name after its schema if it has one, each in quotes only where it must be. */
  public String written(@Nullable String schema, String name) {
    return schema == null ? written(name) : written(schema) + "." + written(name);
  }

  private boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isPlainLetter(c) && c != '_' && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty() && !isKeyWord(name);
  }

  private boolean isPlainLetter(char c) {
    boolean small = c >= 'a' && c <= 'z';
    boolean capital = c >= 'A' && c <= 'Z';
    return switch (folding) {
      case LOWER -> small;
      case UPPER -> capital;
      case NONE, LOWER_ALSO_IN_QUOTES -> small || capital;
    };
  }

  private boolean isKeyWord(String name) {
    return keyWords.contains(folding == Folding.LOWER ? name : folded(name, 'A', 'Z', 'a'));
  }

  /** The name that an identifier without quotes stands for. */
  public String folded(String word) {
    if (swapped) {
      return named(word.toUpperCase(Locale.ROOT));
    }
    return switch (folding) {
      case LOWER, LOWER_ALSO_IN_QUOTES -> folded(word, 'A', 'Z', 'a');
      case UPPER -> folded(word, 'a', 'z', 'A');
      case NONE -> word;
    };
  }

  private static String folded(String word, char first, char last, char other) {
    StringBuilder folded = null;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= first && c <= last) {
        folded = folded == null ? new StringBuilder(word) : folded;
        folded.setCharAt(i, (char) (c - first + other));
      }
    }
    return folded == null ? word : folded.toString();
  }

  /** The name as the database stores it; a long one may be cut. */
  public String cut(String name) {
    if (maximum == 0 || name.length() * (unit == Unit.BYTES ? 3 : 1) <= maximum) {
      return name;
    }
    if (unit == Unit.CHARACTERS) {
      return name.substring(0, maximum);
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= maximum) {
      return name;
    }
    int end = maximum;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
