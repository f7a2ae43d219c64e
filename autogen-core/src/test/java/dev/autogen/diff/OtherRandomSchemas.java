package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.testing.OtherDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Random schemas of what H2, SQLite, MariaDB and MySQL have in common, in the types of one of them.
 * The same seed gives the same schema.
 */
final class OtherRandomSchemas {

  private static final List<String> TABLES = List.of("users", "order", "line item", "a", "Mixed");
  private static final List<String> COLUMNS =
      List.of("a", "b", "group", "two words", "Case", "key", "value", "z");
  private static final List<String> NUMBERS = List.of("smallint", "integer", "bigint");

  private final Dice dice;
  private final OtherDatabase kind;

  private OtherRandomSchemas(long seed, OtherDatabase kind) {
    this.dice = Dice.of(seed);
    this.kind = kind;
  }

  /** Two schemas, of which the second has some of the first one's tables as they are. */
  static List<Schema> pair(long seed, OtherDatabase kind) {
    OtherRandomSchemas random = new OtherRandomSchemas(seed, kind);
    List<Table> first = random.tables(List.of());
    List<Table> second = random.tables(first);
    return List.of(schema(first), schema(second));
  }

  private static Schema schema(List<Table> tables) {
    return new Schema(List.of(), tables, List.of(), List.of());
  }

  private String named(String name) {
    // SQLite's names mean the same in any case, and are called by small letters.
    return kind == OtherDatabase.SQLITE ? name.toLowerCase(Locale.ROOT) : name;
  }

  private List<Table> tables(List<Table> before) {
    List<Table> tables = new ArrayList<>();
    for (String name : TABLES) {
      QualifiedName table = QualifiedName.of(named(name));
      Table old =
          before.stream().filter(each -> each.name().equals(table)).findFirst().orElse(null);
      if (dice.chance(3)) {
        continue;
      }
      tables.add(old != null && dice.chance(4) ? old.withConstraints(own(old)) : table(table, old));
    }
    List<Table> complete = new ArrayList<>();
    for (Table table : tables) {
      complete.add(withForeignKeys(table, tables));
    }
    return complete;
  }

  /** Without foreign keys, whose tables may be gone. */
  private static List<Constraint> own(Table table) {
    return table.constraints().stream().filter(each -> !(each instanceof ForeignKey)).toList();
  }

  private Table table(QualifiedName name, Table old) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    boolean numbered = dice.chance(2);
    SqlType key = type(kind == OtherDatabase.SQLITE && numbered ? "integer" : "bigint");
    Column id = Column.of("id", key).withNullable(false);
    columns.add(numbered ? id.withIdentity(Identity.byDefault()) : id);
    constraints.add(PrimaryKey.of(primaryKey(name), List.of("id")));
    for (String each : COLUMNS) {
      if (dice.chance(2)) {
        columns.add(column(named(each), old));
      }
    }
    for (Column column : columns.subList(1, columns.size())) {
      String base = name.name() + "_" + column.name();
      if (dice.chance(5) && isShort(column)) {
        constraints.add(UniqueConstraint.of("uq " + base, List.of(column.name())));
      } else if (dice.chance(5) && isShort(column)) {
        indexes.add(Index.of("ix_" + base, dice.chance(3), List.of(column.name(), "id")));
      }
      if (dice.chance(6) && isNumber(column)) {
        String quoted = "\"" + column.name() + "\"";
        String written =
            kind == OtherDatabase.MARIADB || kind == OtherDatabase.MYSQL
                ? quoted.replace('"', '`')
                : kind == OtherDatabase.H2 ? h2(column.name()) : quoted;
        constraints.add(
            CheckConstraint.of("ck_" + base, written + " > " + dice.pick("0", "-5", "100")));
      }
    }
    String comment = kind != OtherDatabase.SQLITE && dice.chance(4) ? "it's " + name.name() : null;
    return new Table(name, columns, constraints, indexes, comment);
  }

  private static String h2(String name) {
    return "\""
        + (name.equals(name.toLowerCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : name)
        + "\"";
  }

  /** MySQL and MariaDB call every primary key the same. */
  private String primaryKey(QualifiedName table) {
    boolean named = kind == OtherDatabase.H2 || kind == OtherDatabase.SQLITE;
    return named && dice.chance(3) ? "pk_" + table.name() : null;
  }

  private Table withForeignKeys(Table table, List<Table> tables) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    List<Column> columns = new ArrayList<>(table.columns());
    for (Table other : tables) {
      String column = "to_" + other.name().name();
      if (dice.chance(4) && table.column(column).isEmpty()) {
        SqlType type = other.column("id").orElseThrow().type();
        columns.add(Column.of(column, type).withNullable(dice.chance(2)));
        ForeignKey key =
            ForeignKey.of(
                "fk_" + table.name().name() + "_" + column,
                List.of(column),
                other.name(),
                List.of("id"));
        constraints.add(
            dice.chance(3) ? key.withOnDelete(ForeignKey.Action.CASCADE, List.of()) : key);
      }
    }
    return table.withColumns(columns).withConstraints(constraints);
  }

  private Column column(String name, Table old) {
    Column before = old == null ? null : old.column(name).orElse(null);
    SqlType type =
        before == null
            ? type(dice.pick("number", "text", "decimal", "date", "moment", "bytes", "double"))
            : changed(before);
    Column column = Column.of(name, type).withNullable(dice.chance(2));
    if (dice.chance(4) && isNumber(column)) {
      column = column.withServerDefault(dice.pick("0", "5", "-1"));
    } else if (dice.chance(4) && isText(column)) {
      column = column.withServerDefault(dice.pick("''", "'x'", "'it''s'"));
    }
    return kind != OtherDatabase.SQLITE && dice.chance(6)
        ? column.withComment(dice.pick("plain", "it's \\ odd"))
        : column;
  }

  /** A type to which values can be converted. */
  private SqlType changed(Column before) {
    return isNumber(before) ? type("number") : isText(before) ? type("text") : before.type();
  }

  private static boolean isNumber(Column column) {
    return column.type().name().endsWith("int") || column.type().name().equals("integer");
  }

  private static boolean isText(Column column) {
    return column.type().name().equals("varchar");
  }

  /** Whether it can be a key everywhere. */
  private static boolean isShort(Column column) {
    return isNumber(column) || isText(column) || column.type().name().equals("date");
  }

  private SqlType type(String word) {
    boolean mysql = kind == OtherDatabase.MYSQL || kind == OtherDatabase.MARIADB;
    return switch (word) {
      case "number" -> type(dice.pick(NUMBERS));
      case "integer" -> SqlType.of(mysql ? "int" : "integer");
      case "text" -> SqlType.of("varchar", dice.pick(20, 40, 255));
      case "decimal" -> SqlType.of(mysql ? "decimal" : "numeric", dice.pick(10, 12), 2);
      case "moment" -> mysql ? SqlType.of("datetime", 6) : SqlType.of("timestamp");
      case "bytes" ->
          kind == OtherDatabase.SQLITE ? SqlType.of("blob") : SqlType.of("varbinary", 16);
      case "double" ->
          mysql
              ? SqlType.of("double")
              : SqlType.of(kind == OtherDatabase.SQLITE ? "float" : "double precision");
      default -> SqlType.of(word);
    };
  }
}
