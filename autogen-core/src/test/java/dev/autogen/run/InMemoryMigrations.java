package dev.autogen.run;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.SourceChecksum;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Migrations that a test writes as lambdas. */
public final class InMemoryMigrations implements MigrationSource {

  private final List<RevisionScript> scripts = new ArrayList<>();
  private final Map<String, Consumer<Operations>> upgrades = new LinkedHashMap<>();
  private final Map<String, Consumer<Operations>> downgrades = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();

  /** Adds a revision after the one added last. */
  public InMemoryMigrations then(
      String id, Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
    List<String> parents =
        scripts.isEmpty() ? List.of() : List.of(scripts.get(scripts.size() - 1).id());
    return add(id, parents, upgrade, downgrade);
  }

  public InMemoryMigrations then(String id, Consumer<Operations> upgrade) {
    return then(id, upgrade, op -> {});
  }

  /** Adds a revision of SQL after the one added last. */
  public InMemoryMigrations sql(String id, String upgrade, String downgrade) {
    return then(id, op -> op.execute(upgrade), op -> op.execute(downgrade));
  }

  InMemoryMigrations add(
      String id,
      List<String> parents,
      Consumer<Operations> upgrade,
      Consumer<Operations> downgrade) {
    return add(id, parents, List.of(), upgrade, downgrade);
  }

  /** Adds a revision that stands in place of others. */
  InMemoryMigrations squash(
      String id, List<String> parents, List<String> replaces, String upgrade, String downgrade) {
    return add(id, parents, replaces, op -> op.execute(upgrade), op -> op.execute(downgrade));
  }

  /** The same migrations without some of their files. */
  InMemoryMigrations without(String... ids) {
    InMemoryMigrations left = new InMemoryMigrations();
    left.scripts.addAll(scripts);
    left.scripts.removeIf(script -> List.of(ids).contains(script.id()));
    left.upgrades.putAll(upgrades);
    left.downgrades.putAll(downgrades);
    left.sources.putAll(sources);
    return left;
  }

  private InMemoryMigrations add(
      String id,
      List<String> parents,
      List<String> replaces,
      Consumer<Operations> upgrade,
      Consumer<Operations> downgrade) {
    scripts.add(
        new RevisionScript(
            id,
            parents,
            List.of(),
            List.of(),
            replaces,
            false,
            List.of(),
            "2026-01-01T00:00:%02dZ".formatted(scripts.size() % 60),
            "message of " + id,
            "db.M_" + id,
            "M_" + id + ".java"));
    upgrades.put(id, upgrade);
    downgrades.put(id, downgrade);
    sources.put(id, "source of " + id);
    return this;
  }

  /** Says that a revision was written at another time. */
  InMemoryMigrations created(String id, String created) {
    scripts.replaceAll(
        each ->
            !each.id().equals(id)
                ? each
                : new RevisionScript(
                    id,
                    each.revises(),
                    each.branchLabels(),
                    each.dependsOn(),
                    each.replaces(),
                    each.baseline(),
                    each.dialects(),
                    created,
                    each.message(),
                    each.className(),
                    each.location()));
    return this;
  }

  /** Changes the source of a revision, as an editor would. */
  InMemoryMigrations edit(String id, String source) {
    sources.put(id, source);
    return this;
  }

  @Override
  public RevisionGraph history() {
    return RevisionGraph.of(scripts);
  }

  @Override
  public Migration migration(RevisionScript script) {
    return new Migration() {
      @Override
      public void upgrade(Operations op) {
        upgrades.get(script.id()).accept(op);
      }

      @Override
      public void downgrade(Operations op) {
        downgrades.get(script.id()).accept(op);
      }
    };
  }

  @Override
  public void prepare(Collection<RevisionScript> prepared) {}

  @Override
  public Optional<String> sha256(RevisionScript script) {
    return Optional.of(SourceChecksum.of(sources.get(script.id())));
  }

  @Override
  public boolean isUnchanged(RevisionScript script, String recorded) {
    return SourceChecksum.isOf(recorded, sources.get(script.id()));
  }
}
