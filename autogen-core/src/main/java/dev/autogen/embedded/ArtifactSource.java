package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.nio.file.Path;

/** Fetches artifacts from Maven's repositories, with the user's settings. */
@FunctionalInterface
public interface ArtifactSource {

  /** Fetches nothing. */
  ArtifactSource NONE =
      (coordinates, directory) -> {
        throw AutogenException.failed("nothing can be fetched here", null);
      };

  /**
   * The file of an artifact.
   *
   * @param coordinates group, artifact and version, with colons between
   * @param directory an empty directory that it may be put in, and that the caller deletes
   * @throws AutogenException if it cannot be fetched; the message is only the reason
   */
  Path fetch(String coordinates, Path directory);
}
