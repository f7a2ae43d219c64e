package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameIndex;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each detail of a constraint, an index or a sequence counts where the target says it. Of what JPA
 * has no words for, a target that is silent leaves the database's.
 */
class MemberDetailsTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final DatabaseRules RULES = new KnownWords(Map.of());
  private static final UniqueConstraint UNIQUE = UniqueConstraint.of("u", List.of("a"));
  private static final PrimaryKey KEY = PrimaryKey.of("k", List.of("a"));
  private static final ForeignKey FOREIGN =
      ForeignKey.of("f", List.of("a", "b"), QualifiedName.of("p"), List.of("x", "y"));
  private static final CheckConstraint CHECK = CheckConstraint.of("c", "a > 0");
  private static final Index INDEX = Index.of("i", false, List.of("a"));

  private static Arguments counts(Constraint actual, Constraint target) {
    return Arguments.of(actual, target, true);
  }

  private static Arguments stays(Constraint actual, Constraint target) {
    return Arguments.of(actual, target, false);
  }

  static Stream<Arguments> constraints() {
    return Stream.of(
        counts(KEY, KEY.withColumns(List.of("a", "b"))),
        stays(KEY.withColumns(List.of("b", "a")), KEY.withColumns(List.of("a", "b"))),
        counts(KEY, KEY.withInclude(List.of("b"))),
        stays(KEY.withInclude(List.of("b")), KEY),
        counts(KEY, KEY.withDeferral(Deferral.INITIALLY_DEFERRED)),
        stays(KEY.withDeferral(Deferral.INITIALLY_DEFERRED), KEY),
        counts(KEY, KEY.withoutOverlaps(true)),
        stays(KEY.withoutOverlaps(true), KEY),
        counts(UNIQUE, UNIQUE.withColumns(List.of("a", "b"))),
        counts(UNIQUE.withColumns(List.of("b", "a")), UNIQUE.withColumns(List.of("a", "b"))),
        counts(UNIQUE, UNIQUE.withInclude(List.of("b"))),
        counts(UNIQUE.withInclude(List.of("b")), UNIQUE),
        stays(UNIQUE.withInclude(List.of("b", "c")), UNIQUE.withInclude(List.of("c", "b"))),
        counts(UNIQUE, UNIQUE.withDeferral(Deferral.INITIALLY_IMMEDIATE)),
        counts(UNIQUE.withDeferral(Deferral.INITIALLY_IMMEDIATE), UNIQUE),
        counts(UNIQUE, UNIQUE.withNullsNotDistinct(true)),
        counts(UNIQUE.withNullsNotDistinct(true), UNIQUE),
        counts(UNIQUE, UNIQUE.withoutOverlaps(true)),
        stays(UNIQUE.withoutOverlaps(true), UNIQUE),
        counts(FOREIGN, FOREIGN.withReferenced(QualifiedName.of("q"), List.of("x", "y"))),
        counts(FOREIGN, FOREIGN.withReferenced(QualifiedName.of("p"), List.of("y", "x"))),
        stays(
            FOREIGN,
            FOREIGN
                .withColumns(List.of("b", "a"))
                .withReferenced(QualifiedName.of("p"), List.of("y", "x"))),
        counts(FOREIGN, FOREIGN.withOnDelete(Action.CASCADE, List.of())),
        counts(FOREIGN.withOnDelete(Action.CASCADE, List.of()), FOREIGN),
        counts(
            FOREIGN.withOnDelete(Action.SET_NULL, List.of("a")),
            FOREIGN.withOnDelete(Action.SET_NULL, List.of("b"))),
        counts(
            FOREIGN.withOnDelete(Action.SET_NULL, List.of("a")),
            FOREIGN.withOnDelete(Action.SET_NULL, List.of())),
        counts(FOREIGN, FOREIGN.withOnUpdate(Action.CASCADE)),
        counts(FOREIGN.withOnUpdate(Action.CASCADE), FOREIGN),
        counts(FOREIGN, FOREIGN.withMatchFull(true)),
        counts(FOREIGN.withMatchFull(true), FOREIGN),
        stays(one(FOREIGN).withMatchFull(true), one(FOREIGN)),
        counts(FOREIGN, FOREIGN.withPeriod(true)),
        stays(FOREIGN.withPeriod(true), FOREIGN),
        counts(FOREIGN, FOREIGN.withDeferral(Deferral.INITIALLY_DEFERRED)),
        counts(FOREIGN.withDeferral(Deferral.INITIALLY_DEFERRED), FOREIGN),
        counts(FOREIGN, FOREIGN.withEnforcement(Enforcement.NOT_ENFORCED)),
        counts(FOREIGN.withEnforcement(Enforcement.NOT_ENFORCED), FOREIGN),
        stays(FOREIGN.withEnforcement(Enforcement.NOT_VALID), FOREIGN),
        counts(CHECK, CHECK.withExpression("a > 1")),
        counts(CHECK, CHECK.withNoInherit(true)),
        stays(CHECK.withNoInherit(true), CHECK),
        counts(CHECK, CHECK.withEnforcement(Enforcement.NOT_ENFORCED)),
        counts(CHECK.withEnforcement(Enforcement.NOT_ENFORCED), CHECK),
        stays(CHECK.withEnforcement(Enforcement.NOT_VALID), CHECK),
        counts(CHECK, CHECK.withName("d")));
  }

  private static ForeignKey one(ForeignKey key) {
    return key.withColumns(List.of("a")).withReferenced(key.referencedTable(), List.of("x"));
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void ofAConstraint(Constraint actual, Constraint target, boolean counts) {
    List<Operation> operations =
        compare(table().withConstraints(List.of(actual)), table().withConstraints(List.of(target)));

    assertThat(operations.isEmpty()).as("%s", operations).isEqualTo(!counts);
  }

  static Stream<Arguments> indexes() {
    return Stream.of(
        Arguments.of(INDEX, Index.of("i", true, List.of("a")), true),
        Arguments.of(INDEX, Index.of("i", false, List.of("b")), true),
        Arguments.of(INDEX, Index.of("i", false, List.of("a", "b")), true),
        Arguments.of(
            Index.of("i", false, List.of("a", "b")), Index.of("i", false, List.of("b", "a")), true),
        Arguments.of(INDEX, INDEX.withName("j"), true),
        Arguments.of(INDEX, like(null, List.of("b"), null, false), true),
        Arguments.of(like(null, List.of("b"), null, false), INDEX, true),
        Arguments.of(
            like(null, List.of("b", "c"), null, false),
            like(null, List.of("c", "b"), null, false),
            false),
        Arguments.of(INDEX, like("hash", List.of(), null, false), true),
        Arguments.of(like("hash", List.of(), null, false), INDEX, true),
        Arguments.of(INDEX, like(null, List.of(), "b > 0", false), true),
        Arguments.of(
            like(null, List.of(), "b > 1", false), like(null, List.of(), "b > 0", false), true),
        Arguments.of(INDEX, like(null, List.of(), null, true), true),
        Arguments.of(like(null, List.of(), null, true), INDEX, true),
        Arguments.of(INDEX, over(new Element("a", false, true, null, null, null)), true),
        Arguments.of(INDEX, over(new Element("a", false, false, Nulls.FIRST, null, null)), true),
        Arguments.of(
            INDEX, over(new Element("a", false, false, null, "text_pattern_ops", null)), true),
        Arguments.of(INDEX, over(new Element("a", false, false, null, null, "C")), true),
        Arguments.of(INDEX, over(Element.expression("a")), true),
        Arguments.of(
            over(Element.expression("lower(a)")), over(Element.expression("upper(a)")), true),
        Arguments.of(INDEX, INDEX.withStorage(List.of("fillfactor=70"), null), true),
        Arguments.of(INDEX.withStorage(List.of("fillfactor=70"), null), INDEX, false),
        Arguments.of(INDEX, INDEX.withStorage(List.of(), "fast"), true),
        Arguments.of(INDEX.withStorage(List.of(), "fast"), INDEX, false));
  }

  private static Index like(String method, List<String> include, String predicate, boolean nulls) {
    return new Index("i", INDEX.elements(), false, method, include, predicate, nulls);
  }

  private static Index over(Element element) {
    return INDEX.withElements(List.of(element));
  }

  @ParameterizedTest
  @MethodSource("indexes")
  void ofAnIndex(Index actual, Index target, boolean counts) {
    List<Operation> operations =
        compare(table().withIndexes(List.of(actual)), table().withIndexes(List.of(target)));

    assertThat(operations.isEmpty()).as("%s", operations).isEqualTo(!counts);
  }

  @Test
  void ofASequenceStayWhereTheTargetIsSilent() {
    Sequence actual =
        Sequence.of(QualifiedName.of("s"), 1, 1)
            .withCache(20)
            .withRange(NumberRange.unspecified().withMaximum(500L).withCycle(true));
    Sequence silent = Sequence.of(QualifiedName.of("s"), 1, 50);

    assertThat(sequences(actual, actual.from(1, 1))).isEmpty();
    assertThat(sequences(actual, Sequence.of(QualifiedName.of("s"), 1, 1))).isEmpty();
    assertThat(sequences(actual, silent))
        .singleElement()
        .isInstanceOfSatisfying(
            AlterSequence.class,
            change -> {
              assertThat(change.to().increment()).isEqualTo(50);
              assertThat(change.to().cache()).isEqualTo(20);
              assertThat(change.to().range()).isEqualTo(actual.range());
            });
    assertThat(sequences(actual, actual.withCache(5))).hasSize(1);
    assertThat(sequences(actual, actual.from(7, 1))).hasSize(1);
  }

  private static List<Operation> sequences(Sequence actual, Sequence target) {
    return Diff.compare(sequence(target), sequence(actual), RULES, DiffOptions.everything())
        .operations();
  }

  private static Schema sequence(Sequence sequence) {
    return new Schema(List.of(), List.of(), List.of(sequence), List.of());
  }

  /** As a column definition names it that no entity's enum stands behind. */
  @Test
  void anEnumTypeThatAColumnIsOfStaysThoughTheTargetDoesNotDescribeIt() {
    QualifiedName mood = QualifiedName.of("mood");
    Table of = table().withColumns(List.of(Column.of("m", SqlType.of("mood"))));
    Schema actual =
        new Schema(
            List.of(),
            List.of(of),
            List.of(),
            List.of(
                new EnumType(mood, List.of("a")),
                new EnumType(QualifiedName.of("other"), List.of("a"))));

    assertThat(
            Diff.compare(
                    Schema.empty().withTables(List.of(of)), actual, RULES, DiffOptions.everything())
                .operations())
        .extracting(Operation::summary)
        .singleElement()
        .asString()
        .contains("other");
  }

  /** A name is kept for an index that nobody is to touch. */
  @Test
  void ofAnIgnoredIndexTheNameStays() {
    DiffOptions options = DiffOptions.everything().withIgnore(List.of("index:i"));

    assertThat(
            Diff.compare(
                    schema(table().withIndexes(List.of(INDEX.withName("j")))),
                    schema(table().withIndexes(List.of(INDEX))),
                    RULES,
                    options)
                .operations())
        .noneMatch(RenameIndex.class::isInstance);
  }

  /** The database would rewrite its condition, and print it as nobody wrote it. */
  @Test
  void anIgnoredIndexMakesWayForAnotherTypeAndComesBack() {
    Index partial = new Index("i", INDEX.elements(), false, null, List.of(), "a <> 'x'", false);
    Table actual = ofTexts(10).withIndexes(List.of(partial));

    assertThat(
            Diff.compare(
                    schema(ofTexts(20)),
                    schema(actual),
                    RULES,
                    DiffOptions.everything().withIgnore(List.of("index:i")))
                .operations())
        .extracting(operation -> operation.getClass().getSimpleName())
        .containsExactly("DropIndex", "AlterColumn", "CreateIndex");
  }

  private static Table ofTexts(int length) {
    return table().withColumns(List.of(Column.of("a", SqlType.of("varchar", length))));
  }

  /** PostgreSQL wants the columns of the partitions in the key, and so not null. */
  @Test
  void aColumnThatIsInTheKeyForThePartitionsMayBeNullInTheTarget() {
    Table actual =
        table()
            .withConstraints(List.of(KEY.withColumns(List.of("a", "b"))))
            .withPartitionedBy(List.of("b"));
    Table target =
        table()
            .withColumns(
                table().columns().stream()
                    .map(column -> column.withNullable(column.name().equals("b")))
                    .toList())
            .withConstraints(List.of(KEY));

    assertThat(compare(actual, target)).isEmpty();
  }

  @Test
  void aNewTableHasItsForeignKeysInIt() {
    Table made = table().withConstraints(List.of(FOREIGN, KEY));
    Schema before = schema(table());

    List<Operation> operations =
        Diff.compare(
                schema(made), before.withTables(before.tables().subList(1, 3)), RULES, everything())
            .operations();

    assertThat(operations)
        .singleElement()
        .isInstanceOfSatisfying(
            CreateTable.class,
            create -> assertThat(create.table().foreignKeys()).containsExactly(FOREIGN));
  }

  private static DiffOptions everything() {
    return DiffOptions.everything();
  }

  private static Table table() {
    List<Column> columns =
        Stream.of("a", "b", "c")
            .map(name -> Column.of(name, SqlType.of("integer")).withNullable(false))
            .toList();
    return new Table(T, columns, List.of(), List.of(), null);
  }

  /** Beside it stand the tables that a foreign key may point to. */
  private static List<Operation> compare(Table actual, Table target) {
    DiffOptions options = DiffOptions.everything().withDatabaseOnly(Set.of("index", "constraint"));
    return Diff.compare(schema(target), schema(actual), RULES, options).operations();
  }

  private static Schema schema(Table table) {
    List<Column> columns =
        Stream.of("x", "y")
            .map(name -> Column.of(name, SqlType.of("integer")).withNullable(false))
            .toList();
    return Schema.empty()
        .withTables(
            List.of(
                table,
                new Table(QualifiedName.of("p"), columns, keys(), List.of(), null),
                new Table(QualifiedName.of("q"), columns, keys(), List.of(), null)));
  }

  private static List<Constraint> keys() {
    return List.of(
        PrimaryKey.of("key", List.of("x", "y")), UniqueConstraint.of("unique", List.of("x")));
  }
}
