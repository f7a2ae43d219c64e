package dev.autogen.history;

import java.util.List;
import java.util.Objects;

/**
 * What is known of a revision without running it.
 *
 * @param id the identifier
 * @param revises the revisions that it follows; none for a base, several for a merge
 * @param branchLabels names for the branch that starts here
 * @param dependsOn revisions of other branches that must have been applied before
 * @param created when it was written, in ISO 8601; empty where nothing is said
 * @param message what it does, in one line
 * @param className the binary name of its class
 * @param location where it is, for messages: a file, or a class
 */
public record RevisionScript(
    String id,
    List<String> revises,
    List<String> branchLabels,
    List<String> dependsOn,
    String created,
    String message,
    String className,
    String location) {

  public RevisionScript {
    Objects.requireNonNull(id, "id");
    revises = List.copyOf(revises);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** Whether the history starts here. */
  public boolean isBase() {
    return revises.isEmpty();
  }

  /** Whether it joins branches. */
  public boolean isMerge() {
    return revises.size() > 1;
  }

  /** The simple name of its class. */
  public String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
