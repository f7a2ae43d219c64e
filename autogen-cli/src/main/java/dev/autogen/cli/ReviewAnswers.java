package dev.autogen.cli;

import dev.autogen.lint.Finding;
import dev.autogen.operation.Operation;
import dev.autogen.review.ReviewedRevision;
import dev.autogen.rows.RowFinding;
import dev.autogen.shadow.Proof;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers to the questions of a reviewer, a line each. */
final class ReviewAnswers {

  private static final int SHOWN = 3;

  private final ReviewedRevision revision;

  ReviewAnswers(ReviewedRevision revision) {
    this.revision = revision;
  }

  String changes() {
    List<String> all = revision.operations().stream().map(Operation::summary).toList();
    return all.isEmpty() ? "see its source; nothing is known before it runs" : first(all);
  }

  String lost() {
    List<String> all =
        Stream.concat(
                revision.losses().stream().map(RowFinding::text),
                revision.losses().isEmpty()
                    ? revision.losing().stream().map(Operation::summary)
                    : Stream.of())
            .toList();
    boolean known = revision.proof().rows().rows() > 0 || !revision.operations().isEmpty();
    return all.isEmpty() ? known ? "nothing" : "not known, because no rows were tried" : first(all);
  }

  String waits() {
    List<String> all =
        revision.warnings().stream()
            .filter(each -> each.measured().lock() != null)
            .map(Finding::message)
            .toList();
    if (!all.isEmpty()) {
      return first(all);
    }
    return revision.measured()
        ? "nobody for longer than a moment"
        : "not known, because locks were not measured";
  }

  String tried() {
    Proof.Result proof = revision.proof();
    if (proof.fails()) {
      return "yes, and it fails on " + proof.product() + ": " + first(proof.failures());
    } else if (!proof.holds()) {
      return "no: " + first(proof.reservations());
    }
    String rows = proof.rows().rows() == 0 ? "" : " with " + proof.rows().scale();
    return proof.rows().fails()
        ? "yes, and it fails on rows on "
            + proof.product()
            + rows
            + ": "
            + first(proof.rows().lines())
        : "yes, up, down and up again on " + proof.product() + rows;
  }

  String back() {
    if (revision.script().isMerge()) {
      return "it is a merge, which changes nothing itself";
    }
    if (revision.proof().fails() || revision.upgrade().isEmpty()) {
      return "not known, because it was not undone";
    }
    if (revision.downgrade().isEmpty()) {
      return "it has no downgrade";
    }
    List<String> parents = revision.script().revises();
    String command = "'autogen downgrade " + (parents.isEmpty() ? "base" : parents.get(0)) + "'";
    List<String> unrestored = revision.proof().unrestored();
    return command
        + (unrestored.isEmpty()
            ? " brings everything back"
            : ", which does not bring back " + first(unrestored));
  }

  private static String first(List<String> all) {
    String shown =
        all.stream()
            .limit(SHOWN)
            .map(each -> each.lines().findFirst().orElse(""))
            .collect(Collectors.joining("; "));
    return all.size() > SHOWN ? shown + "; and " + (all.size() - SHOWN) + " more" : shown;
  }
}
