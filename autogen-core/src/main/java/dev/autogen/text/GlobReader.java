package dev.autogen.text;

import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Reads globs into steps. */
final class GlobReader {

  private static final IntPredicate ANY = c -> true;
  private static final IntPredicate WITHIN_NAME = c -> c != '/';

  private final String text;
  private final int[] glob;
  private final List<GlobStep> steps = new ArrayList<>();
  private int at;

  GlobReader(String glob) {
    this.text = glob;
    this.glob = glob.codePoints().toArray();
  }

  List<GlobStep> names() {
    while (at < glob.length) {
      int c = glob[at++];
      switch (c) {
        case '*' -> many(ANY);
        case '?' -> steps.add(new GlobStep.One(ANY));
        default -> literal(c);
      }
    }
    steps.add(new GlobStep.End());
    return List.copyOf(steps);
  }

  List<GlobStep> paths() {
    while (at < glob.length) {
      if (glob[at] == '{') {
        at++;
        group();
      } else {
        part();
      }
    }
    steps.add(new GlobStep.End());
    return List.copyOf(steps);
  }

  private void part() {
    int c = glob[at++];
    switch (c) {
      case '*' -> {
        boolean deep = at < glob.length && glob[at] == '*';
        at += deep ? 1 : 0;
        many(deep ? ANY : WITHIN_NAME);
      }
      case '?' -> steps.add(new GlobStep.One(WITHIN_NAME));
      case '[' -> characters();
      case '\\' -> {
        if (at == glob.length) {
          throw wrong("nothing follows the backslash at its end");
        }
        literal(glob[at++]);
      }
      default -> literal(c);
    }
  }

  private void literal(int character) {
    steps.add(new GlobStep.One(c -> c == character));
  }

  private void many(IntPredicate each) {
    int start = steps.size();
    steps.add(new GlobStep.Fork(start + 1, start + 3));
    steps.add(new GlobStep.One(each));
    steps.add(new GlobStep.Fork(start, start));
  }

  /** The alternatives of a group. Each continues after the closing brace. */
  private void group() {
    List<Integer> ends = new ArrayList<>();
    int fork = begin();
    while (at < glob.length && glob[at] != '}') {
      if (glob[at] == ',') {
        at++;
        ends.add(steps.size());
        steps.add(new GlobStep.End());
        steps.set(fork, new GlobStep.Fork(fork + 1, steps.size()));
        fork = begin();
      } else if (glob[at] == '{') {
        throw wrong("a group in braces stands within another");
      } else {
        part();
      }
    }
    if (at == glob.length) {
      throw wrong("a brace is not closed");
    }
    at++;
    steps.set(fork, new GlobStep.Fork(fork + 1, fork + 1));
    ends.forEach(end -> steps.set(end, new GlobStep.Fork(steps.size(), steps.size())));
  }

  private int begin() {
    steps.add(new GlobStep.End());
    return steps.size() - 1;
  }

  /** Characters in brackets; one of them matches, but never a slash. */
  private void characters() {
    boolean not = at < glob.length && glob[at] == '!';
    at += not ? 1 : 0;
    List<IntPredicate> tests = new ArrayList<>();
    int first = at;
    while (at < glob.length && glob[at] != ']') {
      int from = glob[at++];
      if (from == '/') {
        throw wrong("a slash stands in brackets");
      }
      boolean range = from != '-' || at - 1 != first;
      if (range && at + 1 < glob.length && glob[at] == '-' && glob[at + 1] != ']') {
        int to = glob[at + 1];
        at += 2;
        if (to < from) {
          throw wrong("a range in brackets is upside down");
        }
        tests.add(c -> c >= from && c <= to);
      } else {
        tests.add(c -> c == from);
      }
    }
    if (at == glob.length) {
      throw wrong("a bracket is not closed");
    }
    at++;
    steps.add(
        new GlobStep.One(c -> c != '/' && not != tests.stream().anyMatch(test -> test.test(c))));
  }

  private AutogenException wrong(String what) {
    return AutogenException.usage(
        "The glob " + Visible.line(text) + " cannot be read: " + what + "; correct it.");
  }
}
