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
 * @param revises the revisions that it follows
 * @param changes what it changes
 * @param source the file's text
 * @param proof the result of its proof, or empty where none was asked for
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

  /** The same revision with the result of its proof, and a text that states it. */
  WrittenRevision proven(String told, Proof.Result result) {
    return new WrittenRevision(path, id, revises, changes, told, Optional.of(result));
  }
}
