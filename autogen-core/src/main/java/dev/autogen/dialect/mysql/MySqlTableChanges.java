package dev.autogen.dialect.mysql;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the changes of a table that other parts of it stand in the way of. Each is one {@code
 * ALTER TABLE} with all that belongs to it, which takes effect as a whole or not at all.
 */
final class MySqlTableChanges {

  /**
   * The index of a numbered column between two primary keys: the server wants such a column to be
   * the first of a key at any time.
   */
  static final String IDENTITY_INDEX = "autogen_identity";

  private static final SqlWords WORDS = MySqlText.RULES.words();

  private final Server server;
  private final Table table;
  private final MySqlColumnSql columns;
  private final MySqlConstraintSql constraints;
  private final List<String> clauses = new ArrayList<>();

  /**
   * Changes of a table.
   *
   * @param table as it is before; without columns where that is not known
   */
  MySqlTableChanges(Server server, Table table) {
    this.server = server;
    this.table = table;
    this.columns = new MySqlColumnSql(server);
    this.constraints = new MySqlConstraintSql(server);
  }

  private List<SqlStatement> statement(Operation makes) {
    return List.of(
        SqlStatement.alone(
            "alter table " + MySqlNames.quote(table.name()) + " " + String.join(", ", clauses),
            makes));
  }

  List<SqlStatement> dropConstraint(DropConstraint operation) {
    drop(operation.constraint());
    return clauses.isEmpty() ? List.of() : statement(operation);
  }

  private void drop(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      clauses.add("drop primary key");
      serveInPlaceOf(key.columns(), null);
      Table without =
          table.withConstraints(
              table.constraints().stream().filter(each -> !(each instanceof PrimaryKey)).toList());
      MySqlKeys.numberedAlone(without).ifPresent(each -> clauses.add(identityIndex(each)));
    } else if (constraint.name() == null) {
      throw AutogenException.failed(
          "cannot drop a constraint of " + table.name() + " without its name", null);
    } else if (constraint instanceof ForeignKey key) {
      dropForeignKey(key);
    } else if (constraint instanceof UniqueConstraint unique) {
      dropIndex(unique.name(), unique.columns());
    } else if (constraint instanceof CheckConstraint check && isOfColumn(check)) {
      Column column = table.column(check.column()).orElseThrow();
      clauses.add("modify column " + columns.definition(column));
    } else {
      clauses.add(server.dropCheck() + MySqlNames.quote(constraint.name()));
    }
  }

  /** The clause that adds the index of a numbered column which no key begins with. */
  static String identityIndex(Column column) {
    return "add index " + IDENTITY_INDEX + " (" + MySqlNames.quote(column.name()) + ")";
  }

  /**
   * MariaDB keeps a check of a column as a part of its definition, and calls it like the column.
   */
  private boolean isOfColumn(CheckConstraint check) {
    return server.isMariaDb()
        && check.column() != null
        && check.column().equals(check.name())
        && table.column(check.column()).isPresent();
  }

  private void dropForeignKey(ForeignKey key) {
    clauses.add("drop foreign key " + MySqlNames.quote(String.valueOf(key.name())));
    boolean needed =
        table.foreignKeys().stream()
            .anyMatch(
                other ->
                    !other.equals(key)
                        && other.columns().equals(key.columns())
                        && !MySqlKeys.serves(table, other, String.valueOf(key.name())));
    boolean own =
        table.foreignKeys().stream()
            .filter(each -> String.valueOf(each.name()).equals(key.name()))
            .anyMatch(each -> each.ownIndex() || !MySqlKeys.serves(table, each, ""));
    if (own && !needed) {
      clauses.add("drop index " + MySqlNames.quote(String.valueOf(key.name())));
    }
  }

  /** An index that a foreign key needs makes way for one of the foreign key's own. */
  private void dropIndex(String name, List<String> indexed) {
    clauses.add("drop index " + MySqlNames.quote(name));
    serveInPlaceOf(indexed, name);
  }

  private void serveInPlaceOf(List<String> indexed, @Nullable String name) {
    for (ForeignKey key : table.foreignKeys()) {
      boolean used =
          indexed.size() >= key.columns().size()
              && indexed.subList(0, key.columns().size()).equals(key.columns());
      if (used && !key.ownIndex() && !MySqlKeys.serves(table, key, name)) {
        clauses.add(
            "add index "
                + MySqlNames.quote(String.valueOf(key.name()))
                + " "
                + MySqlNames.list(key.columns()));
      }
    }
  }

  List<SqlStatement> dropIndex(DropIndex operation) {
    Index index = operation.index();
    dropIndex(String.valueOf(index.name()), MySqlKeys.columns(index));
    return statement(operation);
  }

  List<SqlStatement> addPrimaryKey(AddConstraint operation) {
    clauses.add("add " + constraints.definition(table.name(), operation.constraint()));
    if (operation.constraint() instanceof PrimaryKey key
        && MySqlKeys.numberedAlone(table)
            .filter(each -> each.name().equals(key.columns().get(0)))
            .isPresent()) {
      clauses.add("drop index " + IDENTITY_INDEX);
    }
    return statement(operation);
  }

  List<SqlStatement> renameConstraint(RenameConstraint operation) {
    Optional<Constraint> found =
        table.constraints().stream()
            .filter(each -> operation.from().equals(each.name()))
            .findFirst();
    if (found.isEmpty()) {
      return List.of(); // a primary key has no name of its own
    }
    Constraint constraint = found.get();
    if (constraint instanceof UniqueConstraint) {
      clauses.add(rename("index", operation.from(), operation.to()));
    } else {
      drop(constraint);
      Constraint renamed = constraint.withName(operation.to());
      clauses.add(
          "add "
              + constraints.definition(
                  table.name(),
                  renamed instanceof CheckConstraint check ? check.withColumn(null) : renamed));
    }
    return statement(operation);
  }

  private static String rename(String kind, String from, String to) {
    return "rename " + kind + " " + MySqlNames.quote(from) + " to " + MySqlNames.quote(to);
  }

  /** Nothing that names the column may be left; of an index, the server would cut it out. */
  List<SqlStatement> dropColumn(DropColumn operation) {
    String name = operation.column().name();
    for (Constraint constraint : table.constraints()) {
      boolean uses =
          constraint instanceof ForeignKey key && key.columns().contains(name)
              || constraint instanceof UniqueConstraint unique && unique.columns().contains(name)
              || constraint instanceof CheckConstraint check
                  && !(isOfColumn(check) && name.equals(check.column()))
                  && WORDS.mentions(check.expression(), name);
      if (uses) {
        drop(constraint);
      }
    }
    for (Index index : table.indexes()) {
      if (index.name() != null
          && index.elements().stream()
              .anyMatch(
                  each ->
                      each.expression()
                          ? WORDS.mentions(each.text(), name)
                          : each.text().equals(name))) {
        clauses.add("drop index " + MySqlNames.quote(index.name()));
      }
    }
    clauses.add("drop column " + MySqlNames.quote(name));
    return statement(operation);
  }

  /**
   * MariaDB writes the new name into checks, defaults and generated columns by itself; MySQL wants
   * them taken away and added again, generated columns at their place.
   */
  List<SqlStatement> renameColumn(RenameColumn operation) {
    String from = operation.from();
    List<String> after = new ArrayList<>();
    if (!server.isMariaDb()) {
      for (CheckConstraint check : table.checks()) {
        if (check.name() != null && WORDS.mentions(check.expression(), from)) {
          clauses.add(server.dropCheck() + MySqlNames.quote(check.name()));
          after.add(
              "add "
                  + constraints.definition(
                      table.name(),
                      check.withExpression(
                          WORDS.renamed(check.expression(), from, operation.to()))));
        }
      }
      generatedAround(operation, after);
    }
    clauses.add(rename("column", from, operation.to()));
    clauses.addAll(after);
    return statement(operation);
  }

  private void generatedAround(RenameColumn operation, List<String> after) {
    String previous = "";
    for (Column column : table.columns()) {
      Generated generated = column.generated();
      if (generated != null && WORDS.mentions(generated.expression(), operation.from())) {
        clauses.add("drop column " + MySqlNames.quote(column.name()));
        String expression = WORDS.renamed(generated.expression(), operation.from(), operation.to());
        after.add(
            "add column "
                + columns.definition(
                    column.withGenerated(new Generated(expression, generated.stored())))
                + (previous.isEmpty() ? " first" : " after " + MySqlNames.quote(previous)));
      }
      previous = column.name().equals(operation.from()) ? operation.to() : column.name();
    }
  }

  List<SqlStatement> alterColumn(AlterColumn operation) {
    Column from = operation.from();
    Column to = operation.to();
    boolean sameType = MySqlTypes.canonical(from.type()).equals(MySqlTypes.canonical(to.type()));
    String using = operation.using();
    if (using == null && !sameType) {
      using =
          MySqlConversions.expression(
              from.name(), MySqlTypes.canonical(from.type()), MySqlTypes.canonical(to.type()));
    }
    if (using == null || from.generated() != null) {
      return List.of(modify(from, to));
    }
    Column between = Column.of(from.name(), between(from.type(), to.type()));
    return List.of(
        modify(from, between),
        SqlStatement.of(
            "update "
                + MySqlNames.quote(table.name())
                + " set "
                + MySqlNames.quote(to.name())
                + " = "
                + using),
        modify(between, to));
  }

  /** A text that can be in an index, as long as the values are short; bytes for bytes. */
  private static SqlType between(SqlType type, SqlType target) {
    SqlType canonical = MySqlTypes.canonical(type);
    if (MySqlTypeFamily.of(canonical) == MySqlTypeFamily.BYTES
        || MySqlTypeFamily.of(MySqlTypes.canonical(target)) == MySqlTypeFamily.BYTES) {
      return SqlType.of("varbinary", 255);
    }
    boolean isLong =
        MySqlTypes.isLarge(canonical)
            || canonical.name().startsWith("var")
                && Integer.parseInt(canonical.arguments().get(0)) > 255;
    return isLong ? SqlType.of("longtext") : SqlType.of("varchar", 255);
  }

  /** A numbered column has an index at any time, and it goes with the numbering. */
  private String identityChange(Column from, Column to) {
    if ((from.identity() == null) == (to.identity() == null)) {
      return "";
    }
    Table numbered =
        table.withColumns(
            table.columns().stream()
                .map(
                    each ->
                        each.name().equals(to.name())
                            ? each.withIdentity(Identity.byDefault())
                            : each)
                .toList());
    boolean alone =
        MySqlKeys.numberedAlone(numbered).filter(each -> each.name().equals(to.name())).isPresent();
    return !alone
        ? ""
        : to.identity() == null ? ", drop index " + IDENTITY_INDEX : ", " + identityIndex(to);
  }

  private SqlStatement modify(Column from, Column to) {
    String check =
        table.checks().stream()
            .filter(each -> isOfColumn(each) && to.name().equals(each.column()))
            .map(each -> " check (" + each.expression() + ")")
            .findFirst()
            .orElse("");
    QualifiedName name = table.name();
    return SqlStatement.alone(
        "alter table "
            + MySqlNames.quote(name)
            + " modify column "
            + columns.definition(to)
            + check
            + identityChange(from, to),
        new AlterColumn(name, from, to, null));
  }
}
