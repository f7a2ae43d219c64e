package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Catalogs;
import dev.autogen.inspect.Inspection;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what was read from a database at two times. Tables that were read alike are equal, so
 * that only the others are brought into canonical form.
 */
final class CatalogComparison {

  private final Dialect dialect;
  private final Schema wanted;
  private final Schema found;

  CatalogComparison(Dialect dialect, Inspection wanted, Inspection found) {
    this.dialect = dialect;
    this.wanted = canonical(wanted.schema(), found.schema());
    this.found = canonical(found.schema(), wanted.schema());
  }

  private Schema canonical(Schema schema, Schema other) {
    Set<Table> alike = new HashSet<>(other.tables());
    return dialect
        .typeRules()
        .canonical(
            schema.withTables(
                schema.tables().stream().filter(table -> !alike.contains(table)).toList()));
  }

  /**
   * The differences, a line each.
   *
   * @param when the words that each line begins with, for example {@code after the downgrade}
   */
  List<String> differences(String when) {
    return new Catalogs(dialect.textRules()).differences(when, wanted, found);
  }

  /** The tables with the same columns in another order. */
  List<QualifiedName> reordered() {
    return Catalogs.reordered(wanted, found);
  }
}
