package dev.autogen;

import org.jspecify.annotations.Nullable;

/**
 * A revision to write.
 *
 * @param message what it does, or null to say what it changes
 * @param empty whether it is written without operations, for changes of data
 * @param id its identifier, or null for a random one
 * @param proven whether it is run on a throwaway database before it is handed over
 * @param place where it stands in the history
 */
public record RevisionRequest(
    @Nullable String message,
    boolean empty,
    @Nullable String id,
    boolean proven,
    RevisionPlace place) {

  /** A revision after the one head. */
  public RevisionRequest(
      @Nullable String message, boolean empty, @Nullable String id, boolean proven) {
    this(message, empty, id, proven, RevisionPlace.HEAD);
  }

  /** A revision of what changed. */
  public static RevisionRequest of(String message) {
    return new RevisionRequest(message, false, null, true);
  }
}
