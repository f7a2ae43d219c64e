package dev.autogen.history;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message of a revision: the first paragraph of its Javadoc, as its author typed it. */
final class JavadocMessage {

  private static final Pattern LEADING_STAR = Pattern.compile("^\\s*\\*+ ?");
  private static final Pattern ENTITY =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{2,6});");
  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

  private JavadocMessage() {}

  static String of(String javadoc) {
    StringBuilder paragraph = new StringBuilder();
    for (String raw : javadoc.split("\\R", -1)) {
      String line = LEADING_STAR.matcher(raw).replaceFirst("").strip();
      boolean ends = line.isEmpty() || line.startsWith("<p>") || line.startsWith("@");
      if (ends && paragraph.length() > 0) {
        break;
      }
      if (line.startsWith("@")) {
        break;
      }
      if (!line.isEmpty()) {
        paragraph.append(paragraph.length() > 0 ? " " : "").append(line);
      }
    }
    return decode(paragraph.toString());
  }

  private static String decode(String html) {
    return ENTITY
        .matcher(html)
        .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group())));
  }

  private static String character(String name, String whole) {
    if (!name.startsWith("#")) {
      return NAMED.getOrDefault(name, whole);
    }
    boolean hex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
    int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
  }
}
