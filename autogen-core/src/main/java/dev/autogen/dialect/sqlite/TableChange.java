package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.SchemaChange;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out operations on one table that follow each other: by statements of SQLite where it has
 * them, and all others together by one rebuild.
 */
final class TableChange {

  private final SchemaChange effects = new SchemaChange(SqliteText.RULES);
  private final SqliteTypeRules types = new SqliteTypeRules();
  private final QualifiedName name;
  private final List<TableOperation> operations;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final Map<String, String> conversions = new HashMap<>();
  private final Map<String, String> renamed = new LinkedHashMap<>();

  /** Columns that the waiting rebuild changes or drops. */
  private final Set<String> touched = new HashSet<>();

  private Schema schema;

  /** The table as it is once the statements so far have run. */
  private Table present;

  private boolean waiting;

  TableChange(List<TableOperation> operations, Schema before) {
    this.operations = operations;
    this.name = operations.get(0).table();
    Definitions.refuseSchema(name);
    this.schema = before;
    this.present = table();
  }

  private Table table() {
    return schema
        .table(name)
        .orElseThrow(
            () ->
                AutogenException.failed(
                    "cannot change the table "
                        + name
                        + ": there is no such table; 'autogen diff' shows how database and model"
                        + " differ",
                    null));
  }

  List<SqlStatement> statements() {
    boolean rebuilds = operations.stream().anyMatch(this::mustRebuild);
    for (TableOperation given : operations) {
      Operation operation = given.completed(schema);
      if (operation instanceof AddColumn add) {
        add(add);
      } else if (operation instanceof Backfill fill) {
        fill(fill);
      } else if (operation instanceof DropColumn drop && !rebuilds && isUnused(drop)) {
        drop(drop);
      } else if (operation instanceof DropIndex drop) {
        drop(drop);
      } else if (operation instanceof CreateIndex create && !waiting) {
        create(create);
      } else {
        wait(operation);
      }
    }
    rebuild();
    return statements;
  }

  private boolean mustRebuild(TableOperation operation) {
    return !(operation instanceof AddColumn
        || operation instanceof DropColumn
        || operation instanceof Backfill
        || operation instanceof CreateIndex
        || operation instanceof DropIndex);
  }

  private void add(AddColumn operation) {
    Column column = operation.column();
    if (!NativeColumn.canBeAdded(column) || touched.contains(column.name())) {
      wait(operation);
      return;
    }
    statements.add(
        SqlStatement.of(
            "alter table "
                + SqliteText.quote(name)
                + " add column "
                + Definitions.definition(column, false)));
    apply(operation);
    present = with(present, operation);
  }

  private void fill(Backfill operation) {
    Set<String> read = new HashSet<>(Set.of(operation.column()));
    if (operation.expression() != null) {
      read.addAll(SqliteText.RULES.words().names(operation.expression()));
    }
    if (read.stream().anyMatch(touched::contains)) {
      rebuild();
    }
    statements.add(SqlStatement.of(BackfillSql.of(operation)));
  }

  private boolean isUnused(DropColumn operation) {
    return NativeColumn.canBeDropped(present, operation.column().name());
  }

  private void drop(DropColumn operation) {
    Table after = with(present, operation);
    for (Index index : present.indexes()) {
      if (!after.indexes().contains(index)) {
        statements.add(
            SqlStatement.of("drop index " + SqliteText.quote(String.valueOf(index.name()))));
      }
    }
    statements.add(
        SqlStatement.of(
            "alter table "
                + SqliteText.quote(name)
                + " drop column "
                + SqliteText.quote(operation.column().name())));
    apply(operation);
    present = after;
  }

  /** An index that waits to be created with the table is there first. */
  private void drop(DropIndex operation) {
    String index = String.valueOf(operation.index().name());
    if (present.indexes().stream().noneMatch(each -> index.equals(each.name()))) {
      rebuild();
    }
    statements.add(SqlStatement.of("drop index " + SqliteText.quote(index)));
    apply(operation);
    present = with(present, operation);
  }

  private void create(CreateIndex operation) {
    statements.add(SqlStatement.of(Definitions.create(name, operation.index())));
    apply(operation);
    present = with(present, operation);
  }

  private void apply(Operation operation) {
    schema = effects.apply(schema, operation);
  }

  private Table with(Table table, Operation operation) {
    Schema alone = effects.apply(Schema.empty().withTables(List.of(table)), operation);
    return alone.table(name).orElseThrow();
  }

  private void wait(Operation operation) {
    if (operation instanceof AlterColumn change) {
      alter(change);
      return;
    } else if (operation instanceof RenameConstraint rename) {
      String first =
          renamed.entrySet().stream()
              .filter(each -> each.getValue().equals(rename.from()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(rename.from());
      renamed.put(first, rename.to());
    } else if (operation instanceof DropColumn drop) {
      touched.add(drop.column().name());
      conversions.remove(drop.column().name());
    } else if (operation instanceof AddColumn add) {
      touched.add(add.column().name());
      if (present.column(add.column().name()).isPresent()) {
        // It was dropped before, and its values with it.
        rebuild();
        add(add);
        return;
      }
    } else if (operation instanceof DropConstraint drop) {
      requireConstraint(drop);
    } else if (operation instanceof AddConstraint add && add.constraint().name() != null) {
      requireFree(add);
    }
    apply(operation);
    waiting = true;
  }

  private void requireConstraint(DropConstraint drop) {
    String wanted = drop.constraint().name();
    boolean found =
        table().constraints().stream()
            .anyMatch(
                each ->
                    wanted == null ? each.equals(drop.constraint()) : wanted.equals(each.name()));
    if (!found) {
      throw AutogenException.failed(
          "cannot drop the constraint "
              + wanted
              + " of "
              + name
              + ": there is none of that name. It has "
              + table().constraints().stream().map(each -> String.valueOf(each.name())).toList()
              + "; a constraint that has no name is called after table, columns and kind",
          null);
    }
  }

  private void requireFree(AddConstraint add) {
    if (table().constraints().stream()
        .anyMatch(each -> String.valueOf(add.constraint().name()).equals(each.name()))) {
      throw AutogenException.failed(
          "cannot add the constraint "
              + add.constraint().name()
              + " to "
              + name
              + ": there is one of that name",
          null);
    }
  }

  private void alter(AlterColumn change) {
    if (change.from().type().isUnknown()) {
      throw AutogenException.failed(
          "cannot alter "
              + change.object()
              + ": there is no such column; 'autogen diff' shows how database and model differ",
          null);
    }
    String column = change.to().name();
    if (CanonicalTable.same(change.from(), change.to())
        && change.from().nullable() == change.to().nullable()
        && change.using() == null) {
      apply(change);
      return;
    }
    if (change.using() != null && touched.contains(column)) {
      rebuild();
    }
    String using =
        change.using() != null
            ? change.using()
            : change.from().type().equals(change.to().type())
                ? null
                : types.conversion(change.from(), change.to());
    if (using != null) {
      conversions.put(column, using);
    }
    touched.add(column);
    apply(change);
    waiting = true;
  }

  /** Makes the table as all operations so far want it. */
  private void rebuild() {
    if (!waiting) {
      return;
    }
    Map<String, Table> references = new HashMap<>();
    schema.tables().forEach(each -> references.put(each.name().name(), each));
    Table wanted = table();
    statements.addAll(
        new Rebuild(present, wanted, references, Map.copyOf(conversions), Map.copyOf(renamed))
            .statements());
    present = wanted;
    conversions.clear();
    renamed.clear();
    touched.clear();
    waiting = false;
  }
}
