package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.migration.Definitions;
import dev.autogen.migration.Migration;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is too large for one method, one constant or one class of Java (Java Virtual Machine
 * Specification, 4.4.7, 4.7.3 and 4.1) comes back from the compiled source as it went in.
 */
@Tag("attack")
class HugeOperationsTest {

  private static final QualifiedName HUGE = QualifiedName.of("huge");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LABEL_%d",
        "a, label %d",
        "a,;/ \n label %d",
        "'\"\\ $T é\u202e😀 %d",
        "%d,;/\n\t\r\u0001"
      })
  void anEnumOfTwentyThousandLabels(String label) {
    List<String> labels = IntStream.range(0, 20_000).mapToObj(label::formatted).toList();
    EnumType type = new EnumType(HUGE, labels);
    assertComesBack(
        List.of(new CreateEnum(type), new CreateEnum(type.withStringCasts(true))),
        List.of(new DropEnum(type)));
    assertComesBack(List.of(new DropEnum(type)), List.of(new CreateEnum(type)));
  }

  @Test
  void anEnumWithALabelMore() {
    List<String> labels = new ArrayList<>(labels(20_000));
    EnumType before = new EnumType(HUGE, labels);
    labels.add(10_000, "");
    labels.add("");
    EnumType after = new EnumType(HUGE, labels);

    assertComesBack(
        List.of(new AlterEnum(before, after)), List.of(new AlterEnum(after, before, true)));
  }

  @ParameterizedTest
  @ValueSource(ints = {499, 500, 501, 40_000, 100_000})
  void anEnumOfSoManyLabels(int count) {
    assertComesBack(List.of(new CreateEnum(new EnumType(HUGE, labels(count)))), List.of());
  }

  @Test
  void aTableOfSixteenHundredColumnsThatSayAllTheyCan() {
    List<Operation> table = List.of(new CreateTable(wide("wide", 1600)));
    assertComesBack(table, table);
  }

  @Test
  void aTableOfManyIndexesAndKeys() {
    List<Index> indexes = new ArrayList<>();
    List<CheckConstraint> checks = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      indexes.add(
          Index.of("index_" + i, true, List.of("column_1", "column_2", "column_3", "column_" + i)));
      checks.add(CheckConstraint.of("check_" + i, "column_" + i + " <> 'a" + i + "'"));
    }
    Table table = wide("wide", 1500).withIndexes(indexes);
    List<dev.autogen.schema.Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.addAll(checks);
    assertComesBack(List.of(new CreateTable(table.withConstraints(constraints))), List.of());
  }

  @Test
  void textsOfTwoHundredKilobytes() {
    String text = "words of a text, with 'quotes' and é;\n".repeat(5_500);
    Column column =
        Definitions.column("note", Definitions.text())
            .serverDefault("'" + text.replace("'", "''") + "'")
            .comment(text)
            .column();
    Table table = new Table(HUGE, List.of(column), List.of(), List.of(), text);
    List<Operation> operations =
        List.of(
            new CreateTable(table),
            new AddColumn(HUGE, column.withName("other")),
            new CommentTable(HUGE, null, text),
            new ExecuteSql("select '" + text.replace("'", "''") + "'", null));
    assertComesBack(operations, operations);
  }

  @Test
  void aCheckOfTenThousandValues() {
    String values = labels(10_000).stream().collect(Collectors.joining("', '", "'", "'"));
    List<Operation> operations =
        List.of(
            new AddConstraint(HUGE, CheckConstraint.of("known", "kind in (" + values + ")")),
            new AddConstraint(
                HUGE, UniqueConstraint.of("all", labels(32)).withInclude(labels(1500))));
    assertComesBack(operations, operations);
  }

  @Test
  void moreNamesThanAClassHasRoomFor() {
    List<Operation> upgrade = new ArrayList<>();
    for (int i = 0; i < 1_700; i++) {
      String name = "table_" + i;
      List<Column> columns =
          IntStream.range(0, 12)
              .mapToObj(at -> Column.of(name + "_column_" + at, SqlType.of("text")))
              .toList();
      PrimaryKey key = PrimaryKey.of("key_of_" + name, List.of(name + "_column_0"));
      upgrade.add(
          new CreateTable(
              new Table(QualifiedName.of(name), columns, List.of(key), List.of(), null)));
    }

    String source = assertComesBack(upgrade, upgrade);

    assertThat(source).contains("Part2.createTables");
    RenderedSource.assertFormatted(source);
  }

  private static List<String> labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> "LABEL_" + i).toList();
  }

  private static Table wide(String name, int columns) {
    List<Column> list =
        IntStream.range(0, columns)
            .mapToObj(
                i ->
                    Definitions.column(
                            "column_" + i,
                            Definitions.type(Definitions.qualified("kinds", "kind_" + i)))
                        .notNull()
                        .serverDefault("'" + i + "'")
                        .collation("collation_" + i)
                        .comment("comment " + i)
                        .column())
            .toList();
    PrimaryKey key = PrimaryKey.of("key_of_" + name, List.of("column_0"));
    return new Table(QualifiedName.of(name), list, List.of(key), List.of(), "a wide table");
  }

  private static String assertComesBack(List<Operation> upgrade, List<Operation> downgrade) {
    MigrationFile file =
        new MigrationFile(
            "db.migrations",
            "Huge",
            "huge",
            "3f2a9c1b7d4e",
            List.of("ae1027a6acf0"),
            Instant.parse("2026-11-20T14:32:07Z"),
            List.of(),
            List.of(),
            upgrade,
            downgrade,
            null,
            "Generated from the model; not proven.");
    String source = JavaRenderer.render(file);
    Migration migration = InMemoryCompiler.compile(file, source);
    assertThat(RecordedOperations.of(migration::upgrade).equals(AsWritten.of(upgrade))).isTrue();
    assertThat(RecordedOperations.of(migration::downgrade).equals(AsWritten.of(downgrade)))
        .isTrue();
    return source;
  }
}
