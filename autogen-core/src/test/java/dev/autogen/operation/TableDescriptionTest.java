package dev.autogen.operation;

import static dev.autogen.schema.Constraint.Deferral.INITIALLY_DEFERRED;
import static dev.autogen.schema.Constraint.Deferral.INITIALLY_IMMEDIATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
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
import dev.autogen.schema.TableForm;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What differs is told apart by its words: a message about it would say nothing otherwise. */
class TableDescriptionTest {

  private static final NumberRange RANGE = NumberRange.unspecified();
  private static final QualifiedName NAME = QualifiedName.of("t");

  @Test
  void a_column_that_differs_is_told_apart() {
    Column column = Column.of("c", SqlType.of("int"));
    List<Column> others =
        Stream.concat(
                Stream.of(
                    column.withType(SqlType.of("bigint")),
                    column.withNullable(false),
                    column.withServerDefault("1"),
                    column.withCollation("C"),
                    column.withGenerated(new Generated("1", true)),
                    column.withGenerated(new Generated("1", false)),
                    column.withGenerated(new Generated("2", true))),
                identities().map(column::withIdentity))
            .toList();
    allDiffer(column, others, TableDescription::column);
    assertThat(others)
        .allSatisfy(other -> assertThat(TableDescription.change(column, other)).isNotBlank());
    assertThat(others)
        .allSatisfy(other -> assertThat(TableDescription.change(other, column)).isNotBlank());
    assertThat(TableDescription.change(column, column.withComment("x")))
        .isEqualTo("comment none to \"x\"");
  }

  @Test
  void a_change_of_an_identity_says_which() {
    Column column = Column.of("c", SqlType.of("int")).withIdentity(Identity.serial());
    assertThat(
            TableDescription.change(column, column.withIdentity(Identity.serial().from(5L, 50L))))
        .isEqualTo("identity serial to serial (start 5, increment 50)");
  }

  private static Stream<Identity> identities() {
    Identity identity = Identity.byDefault();
    return Stream.of(
        identity,
        Identity.generatedAlways(),
        Identity.serial(),
        identity.from(2L, null),
        identity.from(null, 2L),
        identity.withCache(2L),
        identity.withRange(RANGE.withType("bigint")),
        identity.withRange(RANGE.withMinimum(2L)),
        identity.withRange(RANGE.withMaximum(2L)),
        identity.withRange(RANGE.withCycle(true)));
  }

  @Test
  void a_constraint_that_differs_is_told_apart() {
    PrimaryKey primary = PrimaryKey.of("k", List.of("a", "b"));
    UniqueConstraint unique = UniqueConstraint.of("k", List.of("a", "b"));
    ForeignKey foreign = ForeignKey.of("k", List.of("a", "b"), NAME, List.of("c", "d"));
    CheckConstraint check = CheckConstraint.of("k", "a > 0");
    allDiffer(
        primary,
        List.<Constraint>of(
            primary.withName("l"),
            primary.withName(null),
            primary.withColumns(List.of("b", "a")),
            primary.withInclude(List.of("c")),
            primary.withDeferral(INITIALLY_IMMEDIATE),
            primary.withDeferral(INITIALLY_DEFERRED),
            primary.withoutOverlaps(true),
            unique,
            unique.withName(null),
            unique.withColumns(List.of("b", "a")),
            unique.withInclude(List.of("c")),
            unique.withDeferral(INITIALLY_IMMEDIATE),
            unique.withNullsNotDistinct(true),
            unique.withoutOverlaps(true),
            foreign,
            foreign.withName(null),
            foreign(foreign, List.of("d", "c"), List.of(), false, false, Enforcement.ENFORCED),
            foreign(foreign, List.of("c", "d"), List.of("a"), false, false, Enforcement.ENFORCED),
            foreign(foreign, List.of("c", "d"), List.of(), true, false, Enforcement.ENFORCED),
            foreign(foreign, List.of("c", "d"), List.of(), false, true, Enforcement.ENFORCED),
            foreign(foreign, List.of("c", "d"), List.of(), false, false, Enforcement.NOT_VALID),
            foreign(foreign, List.of("c", "d"), List.of(), false, false, Enforcement.NOT_ENFORCED),
            check,
            check.withName(null),
            check.withExpression("a > 1"),
            new CheckConstraint("k", null, "a > 0", true, Enforcement.ENFORCED),
            new CheckConstraint("k", null, "a > 0", false, Enforcement.NOT_VALID),
            new CheckConstraint("k", null, "a > 0", false, Enforcement.NOT_ENFORCED)),
        TableDescription::constraint);
  }

  private static ForeignKey foreign(
      ForeignKey key,
      List<String> referenced,
      List<String> set,
      boolean full,
      boolean period,
      Enforcement enforcement) {
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.referencedTable(),
        referenced,
        key.onDelete(),
        set,
        key.onUpdate(),
        full,
        period,
        key.deferral(),
        enforcement);
  }

  @Test
  void an_index_that_differs_is_told_apart() {
    Index index = Index.of("i", false, List.of("a"));
    Index.Element element = Index.Element.column("a");
    allDiffer(
        index,
        List.of(
            index.withName(null),
            index.withUnique(true),
            index.withMethod("hash"),
            index.withInclude(List.of("b")),
            index.withPredicate("a > 0"),
            index.withNullsNotDistinct(true),
            index.withStorage(List.of("fillfactor=70"), null),
            index.withStorage(List.of(), "fast"),
            index.withElements(List.of(element, Index.Element.column("b"))),
            index.withElements(List.of(Index.Element.expression("a"))),
            index.withElements(List.of(new Index.Element("a", false, true, null, null, null))),
            index.withElements(
                List.of(new Index.Element("a", false, false, Index.Nulls.FIRST, null, null))),
            index.withElements(
                List.of(new Index.Element("a", false, false, null, "text_ops", null))),
            index.withElements(List.of(new Index.Element("a", false, false, null, null, "C")))),
        TableDescription::index);
  }

  @Test
  void a_sequence_that_differs_is_told_apart() {
    Sequence sequence = Sequence.of(NAME, 1, 1);
    assertThat(
            Stream.of(
                    sequence.from(2, 1),
                    sequence.from(1, 50),
                    sequence.withCache(20),
                    sequence.withRange(RANGE.withType("bigint")),
                    sequence.withRange(RANGE.withMinimum(2L)),
                    sequence.withRange(RANGE.withMaximum(2L)),
                    sequence.withRange(RANGE.withCycle(true)),
                    sequence.withOwner(new Sequence.Owner(NAME, "id")))
                .map(other -> TableDescription.change(sequence, other)))
        .containsExactly(
            "start 1 to 2",
            "increment 1 to 50",
            "cache 1 to 20",
            "type none to bigint",
            "minimum none to 2",
            "maximum none to 2",
            "set cycle",
            "owner none to t.id");
  }

  @Test
  void a_type_or_form_that_differs_is_told_apart() {
    EnumType type = new EnumType(NAME, List.of("A", "B"));
    allDiffer(
        type,
        List.of(new EnumType(NAME, List.of("B", "A")), type.withStringCasts(true)),
        TableDescription::values);
    TableForm form = TableForm.PLAIN;
    allDiffer(
        form,
        List.of(
            form.withUnlogged(),
            form.withInherits(List.of(NAME)),
            form.withPartitionBy("range (day)"),
            form.withParameters(List.of("fillfactor=70")),
            form.withTablespace("fast")),
        TableDescription::form);
  }

  private static <T> void allDiffer(T one, List<? extends T> others, Function<T, String> words) {
    assertThat(Stream.concat(Stream.of(one), others.stream()).map(words)).doesNotHaveDuplicates();
  }
}
