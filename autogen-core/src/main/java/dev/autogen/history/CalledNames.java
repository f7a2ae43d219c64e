package dev.autogen.history;

import dev.autogen.history.SourceTokens.Kind;
import java.util.Set;
import java.util.TreeSet;

/** The methods that a Java source calls by their bare names. */
public final class CalledNames {

  private CalledNames() {}

  /** The names before an opening parenthesis that no dot precedes, in order of the alphabet. */
  public static Set<String> of(String source) {
    Set<String> names = new TreeSet<>();
    SourceTokens tokens = new SourceTokens(source);
    String before = "";
    while (tokens.kind() != Kind.END) {
      String word = tokens.kind() == Kind.WORD ? tokens.text() : "";
      boolean bare = !before.equals(".");
      before = tokens.kind() == Kind.SIGN ? tokens.text() : "";
      tokens.next();
      if (bare && !word.isEmpty() && tokens.is("(")) {
        names.add(word);
      }
    }
    return names;
  }
}
