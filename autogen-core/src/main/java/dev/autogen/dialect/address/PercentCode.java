package dev.autogen.dialect.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the percent codes of addresses. */
public final class PercentCode {

  private static final Pattern CODES = Pattern.compile("(?:%[0-9A-Fa-f]{2})++");

  private PercentCode() {}

  /** The text with percent codes in place of special characters. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Decodes percent codes, and keeps a percent sign that begins no code, because passwords may hold
   * percent signs.
   */
  public static String decode(String text) {
    return CODES
        .matcher(text)
        .replaceAll(
            run -> {
              String hex = run.group().replace("%", "");
              byte[] bytes = new byte[hex.length() / 2];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
              }
              return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
            });
  }
}
