package dev.autogen.authoring;

import java.util.List;

/**
 * The place of a new revision in the history.
 *
 * @param follows symbols of the revisions that it follows: {@code head}, {@code label@head}, {@code
 *     base} for a history of its own; several for a merge
 * @param splice whether other revisions may already follow these, so that a branch begins
 * @param branchLabels names for the branch that begins with it
 * @param dependsOn symbols of revisions of other branches that must be applied before it
 */
public record RevisionPlace(
    List<String> follows, boolean splice, List<String> branchLabels, List<String> dependsOn) {

  /** The place after the only head of the history. */
  public static final RevisionPlace HEAD =
      new RevisionPlace(List.of("head"), false, List.of(), List.of());

  public RevisionPlace {
    follows = List.copyOf(follows);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }
}
