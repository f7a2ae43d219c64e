package dev.autogen;

import java.nio.file.Path;
import java.util.List;

/**
 * A revision that was written.
 *
 * @param path the file
 * @param id its identifier
 * @param revises what it follows
 * @param changes what it changes
 * @param source the file's text
 */
public record WrittenRevision(
    Path path, String id, List<String> revises, List<Change> changes, String source) {

  public WrittenRevision {
    revises = List.copyOf(revises);
    changes = List.copyOf(changes);
  }
}
