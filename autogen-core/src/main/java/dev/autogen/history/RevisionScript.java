package dev.autogen.history;

import java.util.List;
import java.util.Objects;

/**
 * Describes a revision as far as it is known without running it.
 *
 * @param id the identifier
 * @param revises the revisions that it follows; none for a base, several for a merge
 * @param branchLabels names for the branch that starts here
 * @param dependsOn revisions of other branches that must have been applied before
 * @param replaces the revisions that it replaces, in their order; none unless it is a squash
 * @param baseline whether it makes what was in a database before autogen
 * @param dialects the kinds of database that it is written for, such as {@code mysql}; none for the
 *     one that it was generated on
 * @param created when it was written, in ISO 8601; empty if that is not known
 * @param message what it does, in one line
 * @param className the binary name of its class
 * @param location where it is, for messages: a file, or a class
 */
public record RevisionScript(
    String id,
    List<String> revises,
    List<String> branchLabels,
    List<String> dependsOn,
    List<String> replaces,
    boolean baseline,
    List<String> dialects,
    String created,
    String message,
    String className,
    String location) {

  public RevisionScript {
    Objects.requireNonNull(id, "id");
    revises = List.copyOf(revises);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
    replaces = List.copyOf(replaces);
    dialects = List.copyOf(dialects);
  }

  /** A revision that replaces no other and is no baseline. */
  public RevisionScript(
      String id,
      List<String> revises,
      List<String> branchLabels,
      List<String> dependsOn,
      String created,
      String message,
      String className,
      String location) {
    this(
        id,
        revises,
        branchLabels,
        dependsOn,
        List.of(),
        false,
        List.of(),
        created,
        message,
        className,
        location);
  }

  /** The same revision at another place of the history. */
  RevisionScript withParents(List<String> parents, List<String> dependencies) {
    return new RevisionScript(
        id,
        parents,
        branchLabels,
        dependencies,
        replaces,
        baseline,
        dialects,
        created,
        message,
        className,
        location);
  }

  /** Whether it replaces other revisions. */
  public boolean isSquash() {
    return !replaces.isEmpty();
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
