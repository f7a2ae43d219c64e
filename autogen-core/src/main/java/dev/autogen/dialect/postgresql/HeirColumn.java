package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column with the tables that inherit it: its type changes together with that in the table that
 * declares it, but each table has its own default.
 */
record HeirColumn(Table table, String column, Schema schema) {

  private Stream<Table> parents() {
    return table.form().inherits().stream().flatMap(name -> schema.table(name).stream());
  }

  boolean isInherited() {
    return parents().anyMatch(parent -> parent.column(column).isPresent());
  }

  boolean isInherited(CheckConstraint check) {
    return parents()
        .flatMap(parent -> parent.checks().stream())
        .anyMatch(other -> String.valueOf(check.name()).equals(other.name()));
  }

  boolean isAlone() {
    return !isInherited()
        && schema.tables().stream()
            .noneMatch(other -> other.form().inherits().contains(table.name()));
  }

  void defaults(Column column, List<String> first, List<String> last) {
    if (column.serverDefault() != null && !isAlone()) {
      String alter =
          "alter table only " + quote(table.name()) + " alter column " + quote(column.name());
      first.add(alter + " drop default");
      last.add(alter + " set default " + column.serverDefault());
    }
  }
}
