package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlWords;
import dev.autogen.schema.Table;
import java.util.Comparator;

/** A schema without the orders that mean nothing, to compare catalogs with. */
final class Sorted {

  private Sorted() {}

  static Schema schema(Schema schema) {
    return new Schema(
        schema.namespaces().stream().sorted().toList(),
        schema.tables().stream()
            .sorted(Comparator.comparing(Table::name))
            .map(Sorted::table)
            .toList(),
        schema.sequences().stream().sorted(Comparator.comparing(Sequence::name)).toList(),
        schema.enumTypes().stream().sorted(Comparator.comparing(EnumType::name)).toList());
  }

  private static Table table(Table table) {
    return new Table(
        table.name(),
        table.columns().stream().sorted(Comparator.comparing(Column::name)).toList(),
        table.constraints().stream()
            .map(
                constraint ->
                    constraint instanceof CheckConstraint check
                        ? CheckConstraint.of(check.name(), SqlWords.normal(check.expression()))
                        : constraint)
            .sorted(Comparator.comparing(Object::toString))
            .toList(),
        table.indexes().stream().sorted(Comparator.comparing(Object::toString)).toList(),
        table.comment());
  }
}
