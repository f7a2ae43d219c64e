package dev.autogen.shadow;

import dev.autogen.migration.Operations;
import java.util.List;
import java.util.function.Consumer;

/** A migration, and what its proof with rows should say. */
record RowCase(
    String name,
    Consumer<Operations> upgrade,
    Consumer<Operations> downgrade,
    boolean fails,
    List<String> lines) {

  static RowCase of(String name, Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
    return new RowCase(name, upgrade, downgrade, false, List.of());
  }

  static RowCase sql(String name, String upgrade, String downgrade) {
    return of(name, op -> op.execute(upgrade), op -> op.execute(downgrade));
  }

  /** What stands in the report, all of it; a line may be cut off after {@code …}. */
  RowCase says(String... expected) {
    return new RowCase(name, upgrade, downgrade, fails, List.of(expected));
  }

  RowCase failing() {
    return new RowCase(name, upgrade, downgrade, true, lines);
  }
}
