package dev.autogen.run;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.SourceChecksum;
import dev.autogen.run.RevisionStatus.Remark;
import dev.autogen.run.RevisionStatus.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the history with the records of a database. */
final class StatusReport {

  private final MigrationSource migrations;
  private final RevisionGraph graph;
  private final List<String> rows;
  private final Set<String> applied;

  /** The last entry of each revision that records that it was applied. */
  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();

  /** Every stamp, also those since undone: they record that their ancestors were applied. */
  private final List<JournalEntry> stamps = new ArrayList<>();

  /** The revisions that ran here and were not undone since. */
  private final Set<String> ran = new HashSet<>();

  private final Map<String, JournalEntry> partial = new LinkedHashMap<>();

  /**
   * The entry of each revision that has the checksum of the source that was applied, or accepted
   * since.
   */
  private final Map<String, JournalEntry> checksums = new HashMap<>();

  StatusReport(MigrationSource migrations, List<String> rows, List<JournalEntry> journal) {
    this.migrations = migrations;
    this.graph = migrations.history().at(rows, unfinished(journal));
    this.rows = rows.stream().map(graph::standingFor).toList();
    this.applied = graph.withAncestors(this.rows.stream().filter(graph::contains).toList());
    journal.stream().filter(JournalEntry::isRevision).forEach(this::remember);
  }

  /** The revisions that were interrupted after a part of them was committed. */
  static List<String> unfinished(List<JournalEntry> journal) {
    return journal.stream()
        .filter(entry -> entry.isRevision() && !entry.done())
        .map(JournalEntry::revision)
        .toList();
  }

  private void remember(JournalEntry entry) {
    String id = entry.revision();
    if (entry.action().equals(JournalEntry.STAMP)) {
      stamps.add(entry);
    }
    if (!entry.done()) {
      partial.put(id, entry);
    } else if (entry.action().equals(JournalEntry.DOWNGRADE)) {
      entries.remove(id);
      checksums.remove(id);
      ran.remove(id);
    } else {
      if (entry.action().equals(JournalEntry.UPGRADE)) {
        ran.add(id);
      }
      checksums.put(id, entry);
      if (!entry.action().equals(JournalEntry.REPAIR)) {
        entries.put(id, entry);
      }
    }
  }

  /** The revisions of the history in its order, then those that only the database knows. */
  List<RevisionStatus> revisions() {
    Set<String> covered = coveredByStamps();
    covered.addAll(coveredBySquashes());
    Set<String> belowJournalled = belowJournalled();
    List<RevisionStatus> result = new ArrayList<>();
    for (RevisionScript script : graph.all()) {
      String id = script.id();
      Set<Remark> remarks = EnumSet.noneOf(Remark.class);
      if (applied.contains(id) && isEdited(script)) {
        remarks.add(Remark.EDITED);
      }
      if (applied.contains(id)
          && !entries.containsKey(id)
          && !covered.contains(id)
          && belowJournalled.contains(id)) {
        remarks.add(Remark.OUT_OF_ORDER);
      }
      result.add(status(id, Optional.of(script), remarks));
    }
    for (String id : missing()) {
      result.add(status(id, Optional.empty(), Set.of(Remark.MISSING)));
    }
    return List.copyOf(result);
  }

  private Set<String> belowJournalled() {
    Set<String> below = new HashSet<>();
    for (String entry : entries.keySet()) {
      String id = seen(entry);
      if (graph.contains(id)) {
        below.addAll(graph.parentsOf(id));
      }
    }
    return graph.withAncestors(below);
  }

  /** The revision of the history that an entry is about; a squash, if it replaces that revision. */
  private String seen(String id) {
    String seen = graph.standingFor(id);
    return graph.replacementOf(seen).map(RevisionScript::id).orElse(seen);
  }

  /** Squashes whose revisions ran in their place, and revisions in whose place a squash ran. */
  private Set<String> coveredBySquashes() {
    Set<String> covered = new HashSet<>();
    for (RevisionScript script : migrations.history().all()) {
      if (script.isSquash() && entries.containsKey(script.id())) {
        covered.addAll(script.replaces());
      }
    }
    entries.keySet().stream().map(this::seen).forEach(covered::add);
    return covered;
  }

  /** The revisions that a stamp records as applied: its ancestors that were written before it. */
  private Set<String> coveredByStamps() {
    Set<String> covered = new HashSet<>();
    for (JournalEntry entry : stamps) {
      String stamped = seen(entry.revision());
      if (graph.contains(stamped)) {
        for (String id : graph.withAncestors(List.of(stamped))) {
          if (id.equals(stamped) || !isYounger(graph.get(id), entry.startedAt())) {
            covered.add(id);
          }
        }
      }
    }
    return covered;
  }

  private static boolean isYounger(RevisionScript script, @Nullable Instant moment) {
    try {
      return moment != null && OffsetDateTime.parse(script.created()).toInstant().isAfter(moment);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private boolean isEdited(RevisionScript script) {
    return recorded(script).filter(each -> !migrations.isUnchanged(script, each)).isPresent();
  }

  /**
   * The entries whose checksum was made by a former formula and whose source is unchanged, each
   * with the checksum of today's formula.
   */
  Map<JournalEntry, String> renewals() {
    Map<JournalEntry, String> renewals = new LinkedHashMap<>();
    for (RevisionScript script : graph.all()) {
      recorded(script)
          .filter(each -> !SourceChecksum.isCurrent(each) && migrations.isUnchanged(script, each))
          .flatMap(each -> migrations.sha256(script).filter(SourceChecksum::isCurrent))
          .ifPresent(now -> renewals.put(checksums.get(script.id()), now));
    }
    return renewals;
  }

  /** Whether an applied revision was recorded by a stamp and never ran here. */
  boolean neverRan(RevisionScript script) {
    return !ran.contains(script.id())
        && script.replaces().stream().noneMatch(ran::contains)
        && coveredByStamps().contains(script.id());
  }

  /** The checksum of a revision's source as it was applied, where the journal knows it. */
  Optional<String> recorded(RevisionScript script) {
    return Optional.ofNullable(checksums.get(script.id())).map(JournalEntry::sha256);
  }

  private Collection<String> missing() {
    Set<String> missing = new TreeSet<>(entries.keySet());
    missing.addAll(rows);
    missing.addAll(partial.keySet());
    missing.removeIf(id -> graph.contains(seen(id)));
    return missing;
  }

  private RevisionStatus status(String id, Optional<RevisionScript> script, Set<Remark> remarks) {
    JournalEntry entry = entries.get(id);
    for (String replaced : script.map(RevisionScript::replaces).orElse(List.of())) {
      entry = entries.containsKey(id) ? entry : entries.getOrDefault(replaced, entry);
    }
    boolean isApplied = applied.contains(id) || remarks.contains(Remark.MISSING);
    State state =
        partial.containsKey(id) ? State.PARTIAL : isApplied ? State.APPLIED : State.PENDING;
    Optional<JournalEntry> shown = isApplied ? Optional.ofNullable(entry) : Optional.empty();
    return new RevisionStatus(
        id,
        script,
        state,
        remarks,
        rows.contains(id),
        shown.map(JournalEntry::startedAt),
        shown.map(JournalEntry::took),
        shown.map(JournalEntry::appliedBy));
  }

  /** What a person should know before further revisions run. */
  List<String> warnings() {
    return revisions().stream().flatMap(status -> status.warnings().stream()).toList();
  }
}
