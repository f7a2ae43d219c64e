package dev.autogen.authoring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A revision to write.
 *
 * @param message what it does, or null to describe its changes
 * @param empty whether it is written without operations, for changes of data
 * @param id its identifier, or null for a random one
 * @param proven whether it is run on a throwaway database before it is written
 * @param place its place in the history
 * @param versionPath the folder in which it is written, or null for the usual one
 * @param replaced the file of the revision in whose place it is written, or null
 */
public record RevisionRequest(
    @Nullable String message,
    boolean empty,
    @Nullable String id,
    boolean proven,
    RevisionPlace place,
    @Nullable Path versionPath,
    @Nullable Path replaced) {

  /** Requests a revision beside all others. */
  public RevisionRequest(
      @Nullable String message,
      boolean empty,
      @Nullable String id,
      boolean proven,
      RevisionPlace place,
      @Nullable Path versionPath) {
    this(message, empty, id, proven, place, versionPath, null);
  }

  /** Requests a revision in the usual folder. */
  public RevisionRequest(
      @Nullable String message,
      boolean empty,
      @Nullable String id,
      boolean proven,
      RevisionPlace place) {
    this(message, empty, id, proven, place, null);
  }

  /** Requests a revision after the only head. */
  public RevisionRequest(
      @Nullable String message, boolean empty, @Nullable String id, boolean proven) {
    this(message, empty, id, proven, RevisionPlace.HEAD);
  }
}
