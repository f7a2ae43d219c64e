package dev.autogen.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes what PostgreSQL stores for a password with SCRAM-SHA-256 (RFC 5803, and the manual on
 * {@code pg_authid}), so that the password itself is never sent.
 */
final class ScramSecret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 16;
  private static final int SALT_BYTES = 16;

  /**
   * Iterations slow down who guesses passwords. Nobody guesses 128 random bits, and thousands of
   * iterations cost each connection tens of milliseconds.
   */
  static final int ITERATIONS = 1;

  private static final int KEY_BITS = 256;

  private ScramSecret() {}

  /** A random password of hexadecimal digits. */
  static String newPassword() {
    return HexFormat.of().formatHex(random(PASSWORD_BYTES));
  }

  /** The secret of a password, which holds only letters and digits. */
  static String of(String password) {
    try {
      byte[] salt = random(SALT_BYTES);
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS))
              .getEncoded();
      byte[] stored = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
      Base64.Encoder base64 = Base64.getEncoder();
      return "SCRAM-SHA-256$"
          + ITERATIONS
          + ":"
          + base64.encodeToString(salt)
          + "$"
          + base64.encodeToString(stored)
          + ":"
          + base64.encodeToString(hmac(salted, "Server Key"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has these
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
