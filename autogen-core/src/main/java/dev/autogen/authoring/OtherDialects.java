package dev.autogen.authoring;

import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.ProjectComparison;
import dev.autogen.dialect.TypeRules;
import dev.autogen.operation.Operation;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.render.java.PortableSteps;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofTogether;
import dev.autogen.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The other kinds of database of a project that has several: for each, what the entities ask for
 * beyond what the committed migrations make of a throwaway database of that kind.
 */
final class OtherDialects implements AutoCloseable {

  private final Workspace main;
  private final Map<String, Workspace> workspaces = new LinkedHashMap<>();
  private final Map<String, ModelDrift> drifts = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  private OtherDialects(Workspace main) {
    this.main = main;
  }

  /**
   * Compares the entities with the history on each other kind of database. A kind for which no
   * throwaway database starts is left out; the file names it as not proven.
   *
   * @throws AutogenException if the project's own database is not of a kind that it names
   */
  static OtherDialects of(Workspace main) {
    List<String> dialects = main.config().migrations().dialects();
    OtherDialects others = new OtherDialects(main);
    String own = main.dialect().id();
    if (!dialects.isEmpty() && !dialects.contains(own)) {
      throw AutogenException.usage(
          "[migrations] dialects names "
              + String.join(", ", dialects)
              + ", and the database is "
              + own
              + "; add it there, or work on one of these.");
    }
    try {
      dialects.stream().filter(each -> !each.equals(own)).forEach(others::compare);
      return others;
    } catch (RuntimeException e) {
      others.close();
      throw e;
    }
  }

  private void compare(String dialect) {
    Workspace workspace =
        new Workspace(main.config().againstHistoryOn(dialect), main.surroundings());
    workspaces.put(dialect, workspace);
    try {
      workspace.shadow().get();
    } catch (AutogenException e) {
      missing.put(dialect, String.valueOf(e.getMessage()));
      return;
    }
    main.listener().detail("comparing with what the migrations make on " + dialect);
    drifts.put(dialect, new ProjectComparison(workspace).compare(List.of(), false));
  }

  /** Whether the project has several kinds of database. */
  boolean exist() {
    return !workspaces.isEmpty();
  }

  /** Whether something is missing on one of them. */
  boolean differ() {
    return drifts.values().stream().anyMatch(ModelDrift::exists);
  }

  /** The file for all kinds of database. */
  MigrationFile portable(MigrationFile file, ModelDrift own) {
    if (!exist()) {
      return file;
    }
    Map<String, TypeRules> rules = new LinkedHashMap<>();
    Map<String, List<Operation>> upgrades = new LinkedHashMap<>();
    Map<String, List<Operation>> downgrades = new LinkedHashMap<>();
    for (String dialect : main.config().migrations().dialects()) {
      ModelDrift drift = dialect.equals(main.dialect().id()) ? own : drifts.get(dialect);
      if (drift != null) {
        Workspace workspace = workspaces.getOrDefault(dialect, main);
        rules.put(dialect, workspace.dialect().typeRules());
        boolean isOwn = drift == own;
        upgrades.put(dialect, isOwn ? file.upgrade() : drift.comparison().upgrade());
        downgrades.put(dialect, isOwn ? file.downgrade() : drift.comparison().downgrade());
      }
    }
    return file.withPortable(
        new PortableSteps(
            main.config().migrations().dialects(),
            PortableMerge.of(rules, upgrades),
            PortableMerge.of(rules, downgrades)));
  }

  /** Proves a revision that is not written yet on the other kinds of database, too. */
  Proof.Result proven(Proof.Result own, WrittenRevision draft) {
    Map<String, Proof.Result> results = new LinkedHashMap<>();
    drifts.forEach(
        (dialect, drift) -> {
          Workspace workspace = workspaces.get(dialect);
          results.put(
              dialect,
              new RevisionProof(workspace)
                  .of(workspace.runnable(draft.path(), draft.source()), draft.id(), drift));
        });
    missing.forEach((dialect, reason) -> results.put(dialect, Proof.Result.notTried(reason)));
    return ProofTogether.of(own, results);
  }

  /** What the file says of the kinds of database on which nothing could be tried. */
  String note() {
    return missing.isEmpty() ? "" : " Not proven on " + String.join(", ", missing.keySet()) + ".";
  }

  @Override
  public void close() {
    workspaces.values().forEach(Workspace::close);
  }
}
