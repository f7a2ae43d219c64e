package dev.autogen.history;

/**
 * A Java source as a compiler reads it: without a byte order mark, with one kind of line ends, and
 * with characters in place of their Unicode escapes (Java Language Specification, 3.3 and 3.4).
 */
final class PlainSource {

  private static final int DIGITS = 4;

  private PlainSource() {}

  static String of(String source) {
    String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
    if (text.contains("\\u")) {
      text = withoutEscapes(text);
    }
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String withoutEscapes(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int digits = c == '\\' ? digits(text, at) : -1;
      if (digits >= 0) {
        plain.append((char) Integer.parseInt(text.substring(digits, digits + DIGITS), 16));
        at = digits + DIGITS;
      } else if (c == '\\' && at + 1 < text.length()) {
        // A backslash that another one escapes begins nothing.
        plain.append(c).append(text.charAt(at + 1));
        at += 2;
      } else {
        plain.append(c);
        at++;
      }
    }
    return plain.toString();
  }

  /** The position of the digits in the escape that a backslash begins; -1 if it begins none. */
  private static int digits(String text, int backslash) {
    int from = backslash + 1;
    while (from < text.length() && text.charAt(from) == 'u') {
      from++;
    }
    boolean whole =
        from > backslash + 1
            && from + DIGITS <= text.length()
            && text.substring(from, from + DIGITS)
                .chars()
                .allMatch(digit -> Character.digit(digit, 16) >= 0 && digit < 128);
    return whole ? from : -1;
  }
}
