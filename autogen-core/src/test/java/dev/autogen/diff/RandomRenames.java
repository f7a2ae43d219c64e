package dev.autogen.diff;

import dev.autogen.diff.Rename.Kind;
import dev.autogen.operation.RenameColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pairs of schemas in which tables and columns change their names, or swap them. */
final class RandomRenames {

  private static final String BETWEEN = "between two names";

  private final Dice dice;
  private final List<Rename> renames = new ArrayList<>();
  private Schema schema;

  private RandomRenames(Schema schema, Dice dice) {
    this.schema = schema;
    this.dice = dice;
  }

  /**
   * A pair whose second schema has other names.
   *
   * @param second what is to be renamed, the first or a part of it
   */
  static SchemaPair of(long seed, Schema first, Schema second, Dice dice) {
    RandomRenames renamed = new RandomRenames(second, dice);
    for (Table table : second.tables()) {
      renamed.columns(table);
    }
    if (!second.tables().isEmpty() && dice.chance(2)) {
      renamed.table(dice.pick(second.tables()).name());
    }
    return new SchemaPair(seed, first, renamed.schema, renamed.renames);
  }

  private void columns(Table table) {
    List<String> names = table.columns().stream().map(Column::name).toList();
    if (dice.chance(3)) {
      String one = dice.pick(names);
      String other = dice.pick(names);
      String fresh = dice.pick("renamed", one.equals("A") ? "a" : one.toUpperCase(Locale.ROOT));
      if (dice.chance(2) && !one.equals(other)) {
        column(table.name(), one, BETWEEN);
        column(table.name(), other, one);
        column(table.name(), BETWEEN, other);
        renames.add(Rename.column(table.name(), one, other));
        renames.add(Rename.column(table.name(), other, one));
      } else if (!names.contains(fresh) && fresh.length() < 40) {
        column(table.name(), one, fresh);
        renames.add(Rename.column(table.name(), one, fresh));
      }
    }
  }

  private void column(QualifiedName table, String from, String to) {
    schema = PostgreSql.EFFECTS.apply(schema, new RenameColumn(table, from, to));
  }

  private void table(QualifiedName name) {
    String to = "Renamed " + name.name();
    if (to.length() < 40) {
      Rename rename = Rename.of(Kind.TABLE, name, to);
      schema = PostgreSql.EFFECTS.apply(schema, rename.operation());
      renames.add(rename);
    }
  }
}
