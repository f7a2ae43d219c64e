package dev.autogen.authoring;

import dev.autogen.comparison.Change;
import dev.autogen.shadow.Proof;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A revision that was written.
 *
 * @param path the file
 * @param id its identifier
 * @param revises what it follows
 * @param changes what it changes
 * @param source the file's text
 * @param proof what its proof found, or empty where it was not asked for
 */
public record WrittenRevision(
    Path path,
    String id,
    List<String> revises,
    List<Change> changes,
    String source,
    Optional<Proof.Result> proof) {

  public WrittenRevision {
    revises = List.copyOf(revises);
    changes = List.copyOf(changes);
  }

  /** The same revision with another text. */
  public WrittenRevision withSource(String other) {
    return new WrittenRevision(path, id, revises, changes, other, proof);
  }

  /** The same revision with what was proven, and its text that says so. */
  WrittenRevision proven(String told, Proof.Result result) {
    return new WrittenRevision(path, id, revises, changes, told, Optional.of(result));
  }
}
