package dev.autogen.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The names of a branch, for the commands that begin one. */
final class BranchLabelOption {

  @Option(
      names = "--branch-label",
      paramLabel = "NAME",
      description = "A name for the branch that begins here; may be repeated.")
  private List<String> labels = List.of();

  List<String> labels() {
    return labels;
  }
}
