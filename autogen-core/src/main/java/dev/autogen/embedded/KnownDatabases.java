package dev.autogen.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Lists the data directories that autogen made for this user, by the SHA-256 of their passwords.
 * The list is outside of all projects. A directory that came with a repository cannot have such a
 * password.
 *
 * @param file the list
 */
record KnownDatabases(Path file) {

  /** Those of this user. */
  static KnownDatabases ofUser() throws IOException {
    return new KnownDatabases(ServerFolders.state().resolve("databases"));
  }

  boolean contains(String password) throws IOException {
    return PrivateFile.exists(file)
        && PrivateFile.read(file).lines().anyMatch(key(password)::equals);
  }

  void add(String password) throws IOException {
    PrivateFile.append(file, key(password));
  }

  /** The line of the list for a password. */
  static String key(String password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
