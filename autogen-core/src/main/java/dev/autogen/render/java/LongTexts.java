package dev.autogen.render.java;

import dev.autogen.render.java.Code.Call;
import dev.autogen.render.java.Code.Chain;
import dev.autogen.render.java.Code.Literal;
import dev.autogen.render.java.Code.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes many texts as few constants. Each constant takes two of the 65,535 entries that a class
 * has for them, and eight bytes of the 64 KB of its method, to be put into an array (Java Virtual
 * Machine Specification, 4.1 and 4.7.3).
 */
final class LongTexts {

  private static final int MOST = 500;

  /** In one constant; a character takes three bytes at most (the same, 4.4.7). */
  private static final int CHARACTERS = 20_000;

  /** None has a meaning in a regular expression. The last one stands in no text of a database. */
  private static final List<String> SEPARATORS =
      List.of(",", ";", "/", "\n", "\t", "\u0001", "\u0002", "\u0000");

  private LongTexts() {}

  /** The texts as arguments, one each, or an array in place of many. */
  static List<Code> arguments(List<String> texts) {
    return texts.size() <= MOST ? NameCode.literals(texts) : List.of(array(texts));
  }

  private static Code array(List<String> texts) {
    String separator =
        SEPARATORS.stream()
            .filter(each -> texts.stream().noneMatch(text -> text.contains(each)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no separator for " + texts.get(0)));
    List<Code> parts = new ArrayList<>(List.of(new Literal(separator)));
    List<String> part = new ArrayList<>();
    int length = 0;
    for (String text : texts) {
      if (!part.isEmpty() && length + text.length() >= CHARACTERS) {
        parts.add(Code.literal(String.join(separator, part)));
        part.clear();
        length = 0;
      }
      part.add(text);
      length += text.length() + 1;
    }
    parts.add(Code.literal(String.join(separator, part)));
    // Without the limit, empty texts at the end would be lost.
    Call split =
        new Call("split", Stream.<Code>of(new Literal(separator), new Word("-1")).toList());
    return Chain.of(new Call("String.join", parts), List.of(split));
  }
}
