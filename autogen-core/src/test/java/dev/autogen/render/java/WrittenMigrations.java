package dev.autogen.render.java;

import dev.autogen.diff.Comparison;
import dev.autogen.migration.Migration;
import dev.autogen.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sources of migrations, compiled and recorded again. */
public final class WrittenMigrations {

  private static final Instant CREATED = Instant.parse("2026-11-20T14:32:07Z");

  private WrittenMigrations() {}

  /** What the compiled source of a comparison does that the comparison does not say. */
  public static List<String> differences(List<Comparison> comparisons) {
    Map<String, Comparison> byName = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      String name = "M" + sources.size();
      byName.put(name, comparison);
      sources.put(name, JavaRenderer.render(file(name, comparison)));
    }
    Map<String, Migration> migrations = InMemoryCompiler.compile("db.migrations", sources);
    List<String> differences = new ArrayList<>();
    byName.forEach(
        (name, comparison) -> {
          Migration migration = migrations.get(name);
          List<Operation> upgrade = RecordedOperations.of(migration::upgrade);
          List<Operation> downgrade = RecordedOperations.of(migration::downgrade);
          if (!upgrade.equals(AsWritten.of(comparison.upgrade()))
              || !downgrade.equals(AsWritten.of(comparison.downgrade()))) {
            differences.add("other operations come back from\n" + sources.get(name));
          }
        });
    return differences;
  }

  private static MigrationFile file(String name, Comparison comparison) {
    return new MigrationFile(
        "db.migrations",
        name,
        "random",
        "3f2a9c1b7d4e",
        List.of("ae1027a6acf0"),
        CREATED,
        List.of(),
        List.of(),
        comparison.upgrade(),
        comparison.downgrade(),
        null,
        "Generated from the model; not proven.");
  }
}
