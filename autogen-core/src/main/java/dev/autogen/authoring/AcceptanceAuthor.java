package dev.autogen.authoring;

import dev.autogen.comparison.AcceptedDifferences;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.ProjectComparison;
import dev.autogen.config.AcceptedEntry;
import dev.autogen.config.AcceptedFile;
import dev.autogen.diff.AcceptedDifference;
import dev.autogen.diff.Difference;
import dev.autogen.diff.DifferenceGlob;
import dev.autogen.file.AtomicFile;
import dev.autogen.history.NotUpToDate;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the file of the differences that a project accepts. */
public final class AcceptanceAuthor {

  private final Workspace workspace;
  private final ProjectComparison comparison;

  public AcceptanceAuthor(Workspace workspace, ProjectComparison comparison) {
    this.workspace = workspace;
    this.comparison = comparison;
  }

  /**
   * Accepts differences of database and entities, and removes entries that no longer apply.
   *
   * @throws NotUpToDate if committed revisions are pending: they may remove differences
   * @throws AutogenException if a glob matches no difference, or the file cannot be written
   */
  public Acceptance accept(AcceptanceRequest request) {
    if (request.prune() && workspace.config().database().requireUrl().isHistory()) {
      throw AutogenException.usage(
          "--prune needs the database: what differs from the history alone does not tell which"
              + " accepted differences no longer apply.");
    }
    ModelDrift drift = comparison.compare();
    if (!drift.pending().isEmpty()) {
      throw workspace.notUpToDate(drift.pending());
    }
    List<Difference> differences =
        drift.comparison().differences(workspace.dialect().textRules().words());
    Path file = workspace.config().acceptedFile();
    List<AcceptedEntry> before = AcceptedFile.read(file);
    List<AcceptedEntry> added =
        request.accepts()
            ? selected(request.globs(), differences, drift.options().defaultSchema()).stream()
                .map(each -> entry(each, request.reason()))
                .toList()
            : List.of();
    Set<AcceptedDifference> stale =
        request.prune() ? new HashSet<>(drift.tolerated().stale()) : Set.of();
    Set<List<String>> replaced =
        added.stream().map(AcceptanceAuthor::subject).collect(Collectors.toSet());
    List<AcceptedEntry> removed =
        before.stream()
            .filter(
                each ->
                    replaced.contains(subject(each))
                        || stale.contains(AcceptedDifferences.of(each)))
            .toList();
    List<AcceptedEntry> after = new ArrayList<>(before);
    after.removeAll(removed);
    after.addAll(added);
    after.sort(Comparator.comparing(AcceptedDifferences::of, AcceptedDifference.ORDER));
    Acceptance acceptance =
        new Acceptance(file, added, removed, after.size(), differences.size() - added.size());
    if (acceptance.changed()) {
      workspace.interruption().holdOff(() -> write(file, after));
    }
    return acceptance;
  }

  /** The differences that at least one glob matches; all if there is none. */
  private static Set<Difference> selected(
      List<String> globs, List<Difference> differences, @Nullable String defaultSchema) {
    if (globs.isEmpty()) {
      return new LinkedHashSet<>(differences);
    }
    Set<Difference> selected = new LinkedHashSet<>();
    for (String text : globs) {
      DifferenceGlob glob = DifferenceGlob.parse(text);
      List<Difference> matches =
          differences.stream().filter(each -> glob.matches(each, defaultSchema)).toList();
      if (matches.isEmpty()) {
        throw AutogenException.usage(
            "\""
                + text
                + "\" matches no difference; nothing was written. 'autogen check' lists what"
                + " differs.");
      }
      selected.addAll(matches);
    }
    return selected;
  }

  private static AcceptedEntry entry(Difference difference, @Nullable String reason) {
    return new AcceptedEntry(
        difference.object(),
        difference.kind().word(),
        difference.model(),
        difference.database(),
        reason,
        LocalDate.now(Clock.systemDefaultZone()));
  }

  /** What an entry is about, whatever its values are. */
  private static List<String> subject(AcceptedEntry entry) {
    return List.of(entry.object(), entry.kind());
  }

  private static void write(Path file, List<AcceptedEntry> entries) {
    try {
      if (entries.isEmpty()) {
        Files.delete(file);
      } else {
        AtomicFile.replace(file, AcceptedFile.text(entries));
      }
    } catch (IOException e) {
      throw AutogenException.failed(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
