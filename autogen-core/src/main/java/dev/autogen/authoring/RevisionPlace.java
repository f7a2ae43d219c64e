package dev.autogen.authoring;

import java.util.List;

/**
 * Where a new revision stands in the history.
 *
 * @param follows symbols of the revisions that it revises: {@code head}, {@code label@head}, {@code
 *     base} for a history of its own; several for a merge
 * @param splice whether these may be revised by others already, so that a branch begins
 * @param branchLabels names for the branch that begins with it
 * @param dependsOn symbols of revisions of other branches that must have been applied before
 */
public record RevisionPlace(
    List<String> follows, boolean splice, List<String> branchLabels, List<String> dependsOn) {

  /** After the one head of the history. */
  public static final RevisionPlace HEAD =
      new RevisionPlace(List.of("head"), false, List.of(), List.of());

  public RevisionPlace {
    follows = List.copyOf(follows);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }
}
