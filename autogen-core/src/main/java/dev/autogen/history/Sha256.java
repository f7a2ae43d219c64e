package dev.autogen.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum by which an edited migration is noticed. */
public final class Sha256 {

  private Sha256() {}

  /** The hash of a source, whatever its line ends, byte order mark and last line end. */
  public static String ofSource(String source) {
    String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
    return of(text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing());
  }

  /** The hash of a text in UTF-8, in lower case hexadecimal. */
  public static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
