package dev.autogen.diff;

import dev.autogen.diff.MemberPairs.Member;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.ColumnUses;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The constraints and indexes of a model's tables, with some as the database has them. */
final class ToleratedMembers {

  /** The names of the database's members that make way for the model's. */
  private final Set<String> replaced = new HashSet<>();

  private final ColumnUses uses;

  /**
   * The members of a model.
   *
   * @param left the differences that are not tolerated
   */
  ToleratedMembers(List<Difference> left, ColumnUses uses) {
    this.uses = uses;
    left.stream()
        .filter(each -> each.wanted() != null && each.unwanted() != null)
        .forEach(each -> replaced.add(each.object()));
  }

  /** The constraint or index that the database has, if it has one. */
  Optional<Member> inDatabase(Difference each) {
    return Optional.ofNullable(each.unwanted()).map(ToleratedMembers::member);
  }

  private static Member member(Operation operation) {
    if (operation instanceof AddConstraint add) {
      return Member.of(add);
    } else if (operation instanceof DropConstraint drop) {
      return Member.of(drop);
    }
    return operation instanceof CreateIndex create
        ? Member.of(create)
        : Member.of((DropIndex) operation);
  }

  /** The constraints and indexes of a table that use a column. */
  List<Member> over(Table table, String column) {
    return Stream.concat(
            table.constraints().stream()
                .filter(each -> uses.uses(each, column))
                .map(each -> Member.of(new DropConstraint(table.name(), each))),
            table.indexes().stream()
                .filter(each -> uses.uses(each, column))
                .map(each -> Member.of(new DropIndex(table.name(), each, false))))
        .toList();
  }

  /**
   * The table with a constraint or index of the database, if all that it is over is there.
   *
   * @param found the table in the database
   */
  Table withMember(Table table, Table found, Member member, Schema target) {
    if (replaced.contains(table.name() + "." + member.name())
        || hasName(table, member)
        || !hasColumns(table, found, member)
        || !hasReferenced(member, target)) {
      return table;
    }
    return member.constraint() == null
        ? table.withIndexes(with(table.indexes(), Objects.requireNonNull(member.index())))
        : table.withConstraints(with(table.constraints(), member.constraint()));
  }

  private static boolean hasName(Table table, Member member) {
    return Stream.concat(
            table.constraints().stream().map(Constraint::name),
            table.indexes().stream().map(Index::name))
        .anyMatch(name -> Objects.equals(name, member.name()));
  }

  /** Whether the model still has all columns that a member of the database uses. */
  boolean hasColumns(Table table, Table found, Member member) {
    return found.columns().stream()
        .map(Column::name)
        .filter(name -> table.column(name).isEmpty())
        .noneMatch(name -> member.uses(name, uses));
  }

  private static boolean hasReferenced(Member member, Schema target) {
    return member
        .foreignKey()
        .map(
            key ->
                target
                    .table(key.referencedTable())
                    .filter(
                        table ->
                            key.referencedColumns().stream()
                                .allMatch(it -> table.column(it).isPresent()))
                    .isPresent())
        .orElse(true);
  }

  /** The table with the key over these columns that it has in the database, if it has none. */
  Table withKey(Table table, Table found, List<String> columns) {
    Set<String> wanted = new HashSet<>(columns);
    if (keys(table).anyMatch(wanted::equals)) {
      return table;
    }
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    found.constraints().stream().filter(each -> wanted.equals(key(each))).forEach(constraints::add);
    List<Index> indexes = new ArrayList<>(table.indexes());
    found.indexes().stream().filter(each -> wanted.equals(key(each))).forEach(indexes::add);
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  private static Stream<Set<String>> keys(Table table) {
    return Stream.concat(
            table.constraints().stream().map(ToleratedMembers::key),
            table.indexes().stream().map(ToleratedMembers::key))
        .filter(Objects::nonNull);
  }

  private static @Nullable Set<String> key(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return new HashSet<>(key.columns());
    }
    return constraint instanceof UniqueConstraint unique ? new HashSet<>(unique.columns()) : null;
  }

  private static @Nullable Set<String> key(Index index) {
    return index.unique() && index.predicate() == null
        ? new HashSet<>(ConstraintDiff.plainColumns(index))
        : null;
  }

  /** The table without the constraint or index that the model wants. */
  Table without(Table table, Difference each) {
    if (each.wanted() == null) {
      return table;
    }
    Member wanted = member(each.wanted());
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    List<Index> indexes = new ArrayList<>(table.indexes());
    if (wanted.constraint() == null) {
      indexes.remove(wantedIndex(table, Objects.requireNonNull(wanted.index())));
    } else {
      constraints.remove(wantedConstraint(table, wanted.constraint()));
    }
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  /** The model's own index; an operation may have given it a name. */
  private static Index wantedIndex(Table table, Index wanted) {
    return table.indexes().contains(wanted) ? wanted : wanted.withName(null);
  }

  private static Constraint wantedConstraint(Table table, Constraint wanted) {
    return table.constraints().contains(wanted) ? wanted : wanted.withName(null);
  }

  /** The table without foreign keys to some columns. */
  Table withoutKeys(
      Table table, Predicate<QualifiedName> referenced, Predicate<List<String>> columns) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    boolean removed =
        constraints.removeIf(
            each ->
                each instanceof ForeignKey key
                    && referenced.test(key.referencedTable())
                    && columns.test(key.referencedColumns()));
    return removed ? table.withConstraints(constraints) : table;
  }

  /** The table with one name, or with the actions of one foreign key, as the database has them. */
  Table changed(Table table, Difference each) {
    if (each.kind() == DifferenceKind.NAME) {
      return renamed(table, Objects.requireNonNull(each.model()), each.database());
    }
    ForeignKey wanted = member(Objects.requireNonNull(each.wanted())).foreignKey().orElseThrow();
    ForeignKey found = member(Objects.requireNonNull(each.unwanted())).foreignKey().orElseThrow();
    Constraint own = wantedConstraint(table, wanted);
    return table.withConstraints(
        table.constraints().stream()
            .map(
                constraint ->
                    constraint.equals(own)
                        ? MemberPairs.withActionsOf((ForeignKey) constraint, found)
                        : constraint)
            .toList());
  }

  private static Table renamed(Table table, String from, @Nullable String to) {
    return table
        .withConstraints(
            table.constraints().stream()
                .map(each -> from.equals(each.name()) ? each.withName(to) : each)
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(each -> from.equals(each.name()) ? each.withName(to) : each)
                .toList());
  }

  private static <T> List<T> with(List<T> list, T added) {
    List<T> result = new ArrayList<>(list);
    result.add(added);
    return result;
  }
}
