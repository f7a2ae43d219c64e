package dev.autogen.diff;

import static dev.autogen.diff.PlainDdl.name;
import static dev.autogen.diff.RandomColumns.quote;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** What no model says and a database has all the same, beside tables and on them. */
final class Beside {

  /** Types and functions that columns, defaults and checks use. */
  static final String TYPES_AND_FUNCTIONS =
      """
      create domain "postal code" as varchar(10) constraint digits check (value ~ '^[0-9]*$');
      create domain amount as numeric(10,2);
      create type floats as range (subtype = float8);
      create function next_code() returns text language sql as 'select ''c''::text';
      create function is_ok(anyelement) returns boolean immutable language sql
        as 'select $1 is not null';
      create function touch() returns trigger language plpgsql as 'begin return new; end'
      """;

  private Beside() {}

  /**
   * A view, a trigger, a policy and an exclusion constraint for some of the tables that are in both
   * schemas, over the key that stays.
   */
  static String onTables(Schema first, Schema second) {
    List<String> statements = new ArrayList<>(List.of("set constraints all immediate"));
    for (Table table : second.tables()) {
      boolean stays =
          first
              .table(table.name())
              .filter(other -> other.columns().get(0).equals(table.columns().get(0)))
              .isPresent();
      if (stays && table.columns().get(0).name().equals("id")) {
        add(table.name(), Math.floorMod(table.name().hashCode(), 5), statements);
      }
    }
    return String.join(";\n", statements);
  }

  private static void add(QualifiedName table, int kind, List<String> statements) {
    String on = name(table);
    switch (kind) {
      case 0 ->
          statements.add(
              "create view " + quote("view " + table.hashCode()) + " as select id from " + on);
      case 1 ->
          statements.add(
              "create trigger touching before update of id on "
                  + on
                  + " for each row execute function touch()");
      case 2 -> {
        statements.add("alter table " + on + " enable row level security");
        statements.add("create policy \"some Rows\" on " + on + " for select using (id > 0)");
      }
      case 3 ->
          statements.add(
              "alter table "
                  + on
                  + " add constraint "
                  + quote("no two " + table.hashCode())
                  + " exclude (id with =)");
      default -> {}
    }
  }
}
