package dev.autogen.model.exported;

import dev.autogen.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Turns identifiers of a statement into names as PostgreSQL's catalog stores them.
 *
 * <p>PostgreSQL folds identifiers without quotes to lower case, which concerns ASCII letters alone
 * in a multi-byte encoding ({@code downcase_identifier}), and cuts every identifier to {@code
 * NAMEDATALEN - 1} bytes at a character's boundary ({@code truncate_identifier}).
 */
public final class Identifiers {

  private static final int MAXIMUM_BYTES = 63;

  private Identifiers() {}

  /** The name that a token stands for. */
  static String name(Token token) {
    return truncate(token.kind() == Token.Kind.WORD ? fold(token.text()) : token.text());
  }

  /** The name that the text of an identifier, quoted or not, stands for. */
  public static String name(String identifier) {
    return name(Tokenizer.tokens(identifier).get(0));
  }

  /** The name that the text of a qualified identifier stands for. */
  public static QualifiedName qualifiedName(String identifier, String defaultSchema) {
    return new TokenReader(identifier, defaultSchema).qualifiedName();
  }

  private static String fold(String word) {
    StringBuilder folded = new StringBuilder(word);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return folded.toString();
  }

  private static String truncate(String name) {
    if (name.length() * 3 <= MAXIMUM_BYTES) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MAXIMUM_BYTES) {
      return name;
    }
    int end = MAXIMUM_BYTES;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  /**
   * The name of a constraint or an index, or null where Hibernate made it up: a prefix and the MD5
   * hash of table and columns in base 35 ({@code NamingHelper.generateHashedConstraintName}).
   */
  static @Nullable String explicit(Token token) {
    return isHash(token.text()) ? null : name(token);
  }

  private static boolean isHash(String name) {
    int prefix = 0;
    for (String candidate : new String[] {"FK", "UK", "UC", "IDX", "UKI"}) {
      if (name.regionMatches(true, 0, candidate, 0, candidate.length())) {
        prefix = candidate.length();
      }
    }
    int length = name.length() - prefix;
    if (prefix == 0 || length < 20 || length > 26) {
      return false;
    }
    boolean digit = false;
    for (int i = prefix; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c < 'a' || c > 'y') {
        return false;
      }
    }
    return digit;
  }
}
