package dev.autogen.render.java;

import dev.autogen.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The source of a migration whose name and time matter to nobody. */
public final class MigrationSource {

  private MigrationSource() {}

  /** The source of a migration with those steps, and their inverses as its downgrade. */
  public static String of(List<Operation> upgrade) {
    List<Operation> downgrade =
        new ArrayList<>(
            upgrade.stream().map(Operation::reverse).flatMap(Optional::stream).toList());
    Collections.reverse(downgrade);
    return JavaRenderer.render(
        new MigrationFile(
            "db.migrations",
            "Whole",
            "everything",
            "3f2a9c1b7d4e",
            List.of(),
            Instant.parse("2026-11-20T14:32:07Z"),
            List.of(),
            List.of(),
            upgrade,
            downgrade,
            null,
            "Generated from the model; not proven."));
  }
}
