package dev.autogen.render.java;

import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropComposite;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.DropSchema;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.RenameSequence;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Operations of every kind over names and expressions that are hard to write down. */
final class RandomOperations {

  private static final List<String> WORDS =
      List.of(
          "id",
          "name",
          "email_verified",
          "user",
          "\"",
          "'",
          "\\",
          "\\u000a",
          "%s",
          "{0}",
          "$",
          "$T",
          " ",
          "  ",
          "\t",
          "*/",
          "//",
          "@",
          "&lt;",
          "<p>",
          "é",
          "ü",
          "日本語",
          "😀",
          "\u202e",
          "\u00a0",
          "\u0007",
          "\u0001" + "7",
          "\"\"\"",
          "a.b",
          "x; drop table y",
          "Ω",
          "\u2028",
          "M",
          "ffi");
  private static final List<String> TYPES =
      List.of(
          "boolean",
          "smallint",
          "integer",
          "bigint",
          "numeric",
          "numeric(10)",
          "numeric(10,2)",
          "real",
          "double precision",
          "char(3)",
          "varchar",
          "varchar(255)",
          "text",
          "bytea",
          "date",
          "time",
          "time(3)",
          "timestamp",
          "timestamptz(3)",
          "uuid",
          "json",
          "jsonb",
          "inet",
          "int[]",
          "interval",
          "vector(3)",
          "s.geometry(point,4326)",
          "text[][]",
          "bit varying(5)",
          "\"Mood\"",
          "other.\"My type\"",
          "my_enum[]");

  private final Random random;

  RandomOperations(Random random) {
    this.random = random;
  }

  List<Operation> list(int size) {
    return IntStream.range(0, size).mapToObj(i -> operation()).toList();
  }

  String text(int most) {
    StringBuilder text = new StringBuilder();
    for (int count = 1 + random.nextInt(most); count > 0; count--) {
      text.append(oneOf(WORDS))
          .append(random.nextBoolean() ? "_" : random.nextInt(9) == 0 ? " " : "");
    }
    return text.toString();
  }

  String message() {
    return "add " + text(60) + (random.nextBoolean() ? "\n" : "\r\n\u0085") + text(9);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private String name() {
    return random.nextInt(3) == 0
        ? text(5)
        : oneOf(List.of("id", "owner_id", "title", "trip_status"));
  }

  private String sql() {
    String sql = text(random.nextInt(6) == 0 ? 60 : 12);
    return random.nextInt(3) == 0
        ? sql + "\n" + text(8) + (random.nextBoolean() ? "\n" : " ")
        : sql;
  }

  private QualifiedName table() {
    return new QualifiedName(random.nextInt(5) == 0 ? name() : null, name());
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? value.get() : null;
  }

  private List<String> names() {
    return IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(i -> name()).toList();
  }

  private SqlType type() {
    return random.nextInt(20) == 0
        ? new SqlType(null, name(), List.of("Point", name()), random.nextInt(2))
        : SqlType.parse(oneOf(TYPES));
  }

  private Column column() {
    Long start = random.nextBoolean() ? 1L + random.nextInt(9) : 5_000_000_000L;
    return new Column(
        name(),
        type(),
        random.nextBoolean(),
        maybe(this::sql),
        maybe(
            () ->
                random.nextBoolean()
                    ? Identity.of(oneOf(Identity.Kind.values()))
                    : new Identity(
                        Identity.Kind.ALWAYS,
                        start,
                        -2L,
                        maybe(() -> 20L),
                        range("bigint").withType(null))),
        maybe(() -> new Generated(sql(), random.nextBoolean())),
        maybe(this::name),
        maybe(this::sql));
  }

  private List<Column> columns() {
    return IntStream.rangeClosed(0, random.nextInt(5)).mapToObj(i -> column()).toList();
  }

  private Constraint constraint() {
    Deferral deferral = oneOf(Deferral.values());
    Enforcement enforcement = oneOf(Enforcement.values());
    ForeignKey.Action onDelete = oneOf(ForeignKey.Action.values());
    return switch (random.nextInt(4)) {
      case 0 -> new PrimaryKey(maybe(this::name), names(), some(), deferral, random.nextBoolean());
      case 1 ->
          new UniqueConstraint(
              maybe(this::name),
              names(),
              some(),
              deferral,
              random.nextBoolean(),
              random.nextBoolean());
      case 2 ->
          new ForeignKey(
              maybe(this::name),
              names(),
              table(),
              names(),
              onDelete,
              onDelete == ForeignKey.Action.NO_ACTION ? List.of() : some(),
              oneOf(ForeignKey.Action.values()),
              random.nextBoolean(),
              random.nextBoolean(),
              deferral,
              enforcement);
      default ->
          CheckConstraint.of(maybe(this::name), sql())
              .withNoInherit(random.nextBoolean())
              .withEnforcement(enforcement);
    };
  }

  private List<String> some() {
    return random.nextBoolean() ? List.of() : names();
  }

  private Index index() {
    List<Index.Element> elements =
        IntStream.rangeClosed(0, random.nextInt(3))
            .mapToObj(
                i ->
                    random.nextBoolean()
                        ? Index.Element.column(name())
                        : new Index.Element(
                            sql(),
                            random.nextBoolean(),
                            random.nextBoolean(),
                            maybe(() -> oneOf(Index.Nulls.values())),
                            maybe(this::name),
                            maybe(this::name)))
            .toList();
    return new Index(
        name(),
        elements,
        random.nextBoolean(),
        maybe(() -> "gin"),
        random.nextBoolean() ? List.of() : names(),
        maybe(this::sql),
        random.nextInt(5) == 0,
        random.nextBoolean() ? List.of() : List.of("fillfactor=70", "fastupdate=off"),
        maybe(this::name));
  }

  private Table wholeTable() {
    return new Table(
            table(),
            columns(),
            IntStream.range(0, random.nextInt(4)).mapToObj(i -> constraint()).toList(),
            IntStream.range(0, random.nextInt(3)).mapToObj(i -> index()).toList(),
            maybe(this::sql))
        .withForm(form());
  }

  private TableForm form() {
    return new TableForm(
        random.nextInt(4) == 0,
        random.nextInt(4) == 0 ? List.of(table(), table()) : List.of(),
        random.nextInt(4) == 0 ? sql() : null,
        random.nextInt(4) == 0 ? List.of(sql(), sql()) : List.of(),
        random.nextInt(4) == 0 ? name() : null);
  }

  private Sequence sequence() {
    return Sequence.of(table(), random.nextInt(5), 50)
        .withCache(1 + random.nextInt(2))
        .withRange(random.nextBoolean() ? NumberRange.unspecified() : range("smallint"));
  }

  private NumberRange range(String type) {
    return new NumberRange(
        maybe(() -> type), maybe(() -> -5L), maybe(() -> 5_000_000_000L), random.nextBoolean());
  }

  private EnumType enumType() {
    return new EnumType(table(), names(), random.nextBoolean());
  }

  private CompositeType compositeType() {
    List<CompositeType.Attribute> attributes = new ArrayList<>();
    for (String name : names()) {
      attributes.add(
          new CompositeType.Attribute(
              name, SqlType.parse(oneOf(TYPES)), maybe(this::name), maybe(this::sql)));
    }
    return new CompositeType(table(), attributes, maybe(this::sql));
  }

  private Operation alteredComposite(CompositeType from) {
    return new AlterComposite(from, compositeType().withName(from.name()));
  }

  private Operation renamedSequence(QualifiedName sequence) {
    return new RenameSequence(sequence, sequence.withName(name()));
  }

  private Operation renamedEnum(QualifiedName type) {
    return new RenameType(type, type.withName(name()));
  }

  private Operation renamedTable(QualifiedName table) {
    return new RenameTable(table, table.withName(name()));
  }

  private Operation alteredEnum(EnumType from) {
    return new AlterEnum(from, new EnumType(from.name(), names()));
  }

  private Operation operation() {
    return switch (random.nextInt(28)) {
      case 0 -> new CreateSchema(name());
      case 1 -> new DropSchema(name());
      case 2 -> new CreateTable(wholeTable());
      case 3 -> new DropTable(wholeTable());
      case 4 -> renamedTable(table());
      case 5 -> new CommentTable(table(), maybe(this::sql), maybe(this::sql));
      case 6 -> new AddColumn(table(), column());
      case 7 -> new DropColumn(table(), column());
      case 8 -> new RenameColumn(table(), name(), name());
      case 9 -> new AlterColumn(table(), column(), column(), maybe(this::sql));
      case 10 -> new Backfill(table(), name(), maybe(this::sql));
      case 11 -> new AddConstraint(table(), constraint());
      case 12 -> new DropConstraint(table(), constraint().withName(name()));
      case 13 -> new RenameConstraint(table(), name(), name());
      case 14 -> new CreateIndex(table(), index(), random.nextBoolean());
      case 15 -> new DropIndex(table(), index(), random.nextBoolean());
      case 16 -> new RenameIndex(table(), name(), name());
      case 17 -> new CreateSequence(sequence());
      case 18 -> new DropSequence(sequence());
      case 19 -> new AlterSequence(sequence(), sequence());
      case 20 -> new CreateEnum(enumType());
      case 21 -> alteredEnum(enumType());
      case 22 -> renamedSequence(table());
      case 23 -> renamedEnum(table());
      case 24 -> new CreateComposite(compositeType());
      case 25 -> alteredComposite(compositeType());
      case 26 -> new DropComposite(compositeType());
      default -> new ExecuteSql(sql(), maybe(this::sql));
    };
  }
}
