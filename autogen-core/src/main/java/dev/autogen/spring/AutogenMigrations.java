package dev.autogen.spring;

import dev.autogen.Autogen;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The migrations of an application: one {@link Autogen} for each schema of {@code autogen.schemas},
 * or one for the default schema, under the empty name.
 */
public final class AutogenMigrations {

  private final Map<String, Supplier<Autogen>> schemas;
  private final Map<String, Autogen> built = new LinkedHashMap<>();

  AutogenMigrations(Map<String, Supplier<Autogen>> schemas) {
    this.schemas = new LinkedHashMap<>(schemas);
  }

  /**
   * The migrations by the name of the schema.
   *
   * @throws dev.autogen.schema.AutogenException if there are none, or the database does not answer
   */
  public synchronized Map<String, Autogen> bySchema() {
    schemas.forEach((schema, migrations) -> built.computeIfAbsent(schema, key -> migrations.get()));
    return Collections.unmodifiableMap(new LinkedHashMap<>(built));
  }
}
