package dev.autogen.dialect.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds texts that match a regular expression (PostgreSQL manual, 9.7.3), for the constructs that
 * are usual in checks: classes, groups, alternatives, repetitions and anchors. A text that does not
 * match does no harm, because the database tries each.
 */
final class PatternSample {

  private static final int MOST_REPETITIONS = 1000;
  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 100;

  private final String pattern;
  private final int extra;
  private int position;
  private int depth;

  private PatternSample(String pattern, int extra) {
    this.pattern = pattern;
    this.extra = extra;
  }

  /** A few texts, the shortest first; none for a pattern with other constructs. */
  static List<String> of(String pattern) {
    List<String> samples = new ArrayList<>();
    for (int extra = 0; extra < 3; extra++) {
      PatternSample sample = new PatternSample(pattern.replaceFirst("^\\(\\?[a-z]+\\)", ""), extra);
      try {
        samples.add(sample.alternatives());
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        return List.of();
      }
    }
    return samples;
  }

  /** Reads several alternatives and returns the one that this sample takes. */
  private String alternatives() {
    List<String> all = new ArrayList<>();
    all.add(sequence());
    while (position < pattern.length() && pattern.charAt(position) == '|') {
      position++;
      all.add(sequence());
    }
    return all.get(extra % all.size());
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (position < pattern.length() && "|)".indexOf(pattern.charAt(position)) < 0) {
      String atom = atom();
      int repetitions = repetitions();
      if (text.length() + (long) atom.length() * repetitions > LONGEST) {
        throw new IndexOutOfBoundsException("a text of that length is of no use");
      }
      text.append(atom.repeat(repetitions));
    }
    return text.toString();
  }

  private String atom() {
    char c = pattern.charAt(position++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "a";
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      default -> String.valueOf(c);
    };
  }

  private String group() {
    boolean lookAhead = false;
    if (pattern.startsWith("?", position)) {
      lookAhead = !pattern.startsWith("?:", position);
      position += 2;
    }
    if (++depth > DEEPEST) {
      throw new IndexOutOfBoundsException("groups in groups in groups");
    }
    String text = alternatives();
    depth--;
    position++;
    return lookAhead ? "" : text;
  }

  private String escape() {
    char c = pattern.charAt(position++);
    return switch (c) {
      case 'd' -> "1";
      case 'w' -> "a";
      case 's' -> " ";
      case 'D', 'W', 'S' -> "-";
      case 'A', 'Z', 'm', 'M', 'y', 'Y', 'b' -> "";
      default -> String.valueOf(c);
    };
  }

  private String characterClass() {
    boolean negated = pattern.charAt(position) == '^';
    int start = negated ? position + 1 : position;
    int end = pattern.indexOf(']', start + 1);
    while (pattern.lastIndexOf("[:", end) >= start
        && pattern.lastIndexOf("[:", end) > pattern.lastIndexOf(":]", end - 1)) {
      end = pattern.indexOf(']', end + 1);
    }
    String members = pattern.substring(start, end);
    position = end + 1;
    if (negated) {
      return firstNotIn(members);
    }
    if (members.startsWith("[:")) {
      return members.startsWith("[:digit:") ? "1" : members.startsWith("[:space:") ? " " : "A";
    }
    if (members.startsWith("\\")) {
      return members.startsWith("\\d")
          ? "1"
          : members.startsWith("\\w") ? "a" : members.charAt(1) + "";
    }
    return String.valueOf(members.charAt(0));
  }

  private static String firstNotIn(String members) {
    for (char c : "aA1_-".toCharArray()) {
      boolean digit = Character.isDigit(c) && members.contains("0-9");
      boolean letter = Character.isLetter(c) && members.contains(c == 'a' ? "a-z" : "A-Z");
      if (!digit && !letter && members.indexOf(c) < 0) {
        return String.valueOf(c);
      }
    }
    return "~";
  }

  private int repetitions() {
    if (position >= pattern.length()) {
      return 1;
    }
    int count = 1;
    switch (pattern.charAt(position)) {
      case '*' -> count = extra;
      case '+' -> count = 1 + extra;
      case '?' -> count = extra % 2;
      case '{' -> {
        int end = pattern.indexOf('}', position);
        String[] bounds = pattern.substring(position + 1, end).split(",", -1);
        int least = Integer.parseInt(bounds[0]);
        int most =
            bounds.length == 1
                ? least
                : bounds[1].isEmpty() ? least + extra : Integer.parseInt(bounds[1]);
        count = Math.min(extra == 2 ? most : Math.min(least + extra, most), MOST_REPETITIONS);
        position = end;
      }
      default -> position--;
    }
    position++;
    if (position < pattern.length() && pattern.charAt(position) == '?') {
      position++;
    }
    return count;
  }
}
