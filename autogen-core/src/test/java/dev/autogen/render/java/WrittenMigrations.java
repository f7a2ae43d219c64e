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
          differences.addAll(lost(AsWritten.of(comparison.upgrade()), upgrade));
          differences.addAll(lost(AsWritten.of(comparison.downgrade()), downgrade));
        });
    return differences;
  }

  private static List<String> lost(List<Operation> meant, List<Operation> found) {
    List<String> missing = texts(meant);
    List<String> surplus = texts(found);
    if (missing.equals(surplus)) {
      return List.of();
    }
    missing.removeAll(texts(found));
    surplus.removeAll(texts(meant));
    return List.of("the source says\n" + surplus + "\nfor\n" + missing);
  }

  /** An identity's source has both its first number and its step, or neither. */
  private static List<String> texts(List<Operation> operations) {
    List<String> texts = new ArrayList<>();
    for (Operation operation : operations) {
      texts.add(
          operation
              .toString()
              .replaceAll("start=(-?\\d+), increment=null", "start=$1, increment=1")
              .replaceAll(
                  "start=null(, increment=\\d+, cache=\\w+, range=NumberRange.type=\\w+, minimum=)(-\\d+)",
                  "start=$2$1$2")
              .replaceAll(
                  "start=null(, increment=\\d+, cache=\\w+, range=NumberRange.type=\\w+, minimum=null)",
                  "start=1$1"));
    }
    return texts;
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
