package dev.autogen.authoring;

import dev.autogen.config.DatabaseUrl;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.RevisionSymbols;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.run.RevisionStatus;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.Workspace;
import dev.autogen.workspace.WrittenRevisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the last revision anew, as long as the database does not have it. */
public final class RevisionReplacement {

  private final Workspace workspace;
  private final RevisionAuthor author;

  public RevisionReplacement(Workspace workspace, RevisionAuthor author) {
    this.workspace = workspace;
    this.author = author;
  }

  /**
   * The revision that can be replaced.
   *
   * @param symbols what names it, such as {@code head}
   * @throws AutogenException if that is not one revision, others need it, it joins or replaces
   *     others, or the database has it
   */
  public ReplacedRevision find(List<String> symbols) {
    RevisionGraph history = workspace.history();
    if (history.all().isEmpty()) {
      throw AutogenException.usage(
          "There is no revision to replace; leave --replace out to write the first one.");
    }
    List<String> ids =
        symbols.stream()
            .flatMap(symbol -> new RevisionSymbols(history, List.of()).all(symbol).stream())
            .distinct()
            .toList();
    if (ids.size() != 1) {
      throw AutogenException.usage(
          "--replace needs one revision, but "
              + String.join(", ", symbols)
              + " names "
              + (ids.isEmpty() ? "none" : String.join(", ", ids))
              + "; 'autogen heads' shows the ends of branches");
    }
    RevisionScript script = history.get(ids.get(0));
    requireLast(history, script);
    requireAbsent(script);
    Path file = workspace.migrations().file(script);
    boolean isAsWritten =
        new WrittenRevisions(workspace.config())
            .isAsWritten(script.id(), ScriptDirectories.text(file));
    return new ReplacedRevision(script, file, !isAsWritten);
  }

  private static void requireLast(RevisionGraph history, RevisionScript script) {
    Set<String> users = history.withDescendants(List.of(script.id()));
    List<String> others = users.stream().filter(id -> !id.equals(script.id())).sorted().toList();
    if (!others.isEmpty()) {
      throw AutogenException.usage(
          "Revision "
              + script.id()
              + " is not the last one: "
              + String.join(", ", others)
              + " needs it. Only the last revision can be replaced; nothing was written.");
    }
    if (script.isSquash() || script.revises().size() > 1) {
      throw AutogenException.usage(
          "Revision "
              + script.id()
              + (script.isSquash() ? " replaces" : " joins")
              + " others; delete its file and write it again by 'autogen "
              + (script.isSquash() ? "squash" : "merge")
              + "'.");
    }
  }

  private void requireAbsent(RevisionScript script) {
    @Nullable DatabaseUrl url = workspace.config().database().url();
    if (url == null || url.isHistory()) {
      return;
    }
    Optional<RevisionStatus.State> state =
        workspace.runner().status().stream()
            .filter(status -> status.id().equals(script.id()))
            .map(RevisionStatus::state)
            .findFirst();
    if (state.isPresent() && state.get() != RevisionStatus.State.PENDING) {
      throw AutogenException.failed(
          "revision "
              + script.id()
              + " ("
              + script.message()
              + ") is applied"
              + (state.get() == RevisionStatus.State.PARTIAL ? " in part" : "")
              + ", so its file must stay as it is. Write a further revision by 'autogen revision',"
              + " or undo this one by 'autogen downgrade' first. Nothing was written",
          null);
    }
  }

  /**
   * Writes a revision in the place of the last one: with the same parent, and, if the request has
   * none, the same message. If nothing differs without the last one, it is only deleted.
   *
   * @param consent whether an edited file may be replaced
   * @throws AutogenException if it cannot be replaced, or was edited and there is no consent
   */
  public RevisionOutcome write(RevisionRequest request, boolean consent) {
    ReplacedRevision replaced = find(request.place().follows());
    if (replaced.edited() && !consent) {
      throw AutogenException.usage(
          "Revision "
              + replaced.description()
              + " was edited, or not written on this machine, and --replace deletes its file. Add"
              + " --yes to allow that. Nothing was written.");
    }
    workspace.leaveOut(replaced.file());
    try {
      RevisionOutcome outcome = author.writeRevision(inPlaceOf(replaced, request));
      if (outcome.revision().isEmpty()) {
        workspace.interruption().holdOff(() -> RevisionWriter.delete(replaced.file()));
      }
      return outcome.replacing(replaced.file());
    } finally {
      workspace.refresh();
    }
  }

  private RevisionRequest inPlaceOf(ReplacedRevision replaced, RevisionRequest request) {
    RevisionScript old = replaced.script();
    List<String> follows = old.revises().isEmpty() ? List.of("base") : old.revises();
    boolean severalFolders = !workspace.config().migrations().locations().isEmpty();
    return new RevisionRequest(
        request.message() == null ? old.message() : request.message(),
        request.empty(),
        request.id(),
        request.proven(),
        new RevisionPlace(follows, true, old.branchLabels(), old.dependsOn()),
        request.versionPath() == null && severalFolders
            ? replaced.file().getParent()
            : request.versionPath(),
        replaced.file());
  }
}
