package dev.autogen.authoring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A revision to write.
 *
 * @param message what it does, or null to say what it changes
 * @param empty whether it is written without operations, for changes of data
 * @param id its identifier, or null for a random one
 * @param proven whether it is run on a throwaway database before it is handed over
 * @param place where it stands in the history
 * @param versionPath the folder in which it is written, or null for the usual one
 */
public record RevisionRequest(
    @Nullable String message,
    boolean empty,
    @Nullable String id,
    boolean proven,
    RevisionPlace place,
    @Nullable Path versionPath) {

  /** A revision in the usual folder. */
  public RevisionRequest(
      @Nullable String message,
      boolean empty,
      @Nullable String id,
      boolean proven,
      RevisionPlace place) {
    this(message, empty, id, proven, place, null);
  }

  /** A revision after the one head. */
  public RevisionRequest(
      @Nullable String message, boolean empty, @Nullable String id, boolean proven) {
    this(message, empty, id, proven, RevisionPlace.HEAD);
  }
}
