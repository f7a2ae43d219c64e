package dev.autogen.diff;

import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.ColumnUses;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The model with some things as the database has them. What a kept object needs, such as the table
 * to which its foreign key points, stays too.
 */
final class ToleratedTarget {

  private final Schema actual;
  private final SchemaChange effects;
  private final ToleratedMembers members;
  private Schema target;

  private ToleratedTarget(Schema target, Schema actual, List<Difference> left, TextRules text) {
    this.target = target;
    this.actual = actual;
    this.effects = new SchemaChange(text);
    this.members = new ToleratedMembers(left, new ColumnUses(text.words()));
  }

  /**
   * The model with the tolerated differences as the database has them.
   *
   * @param tolerated the differences that are tolerated
   * @param left the other ones
   */
  static Schema of(
      Schema target,
      Schema actual,
      Collection<Difference> tolerated,
      List<Difference> left,
      TextRules text) {
    ToleratedTarget result = new ToleratedTarget(target, actual, left, text);
    for (DifferenceKind kind : DifferenceKind.values()) { // a schema is the last that may go
      tolerated.stream().filter(each -> each.kind() == kind).forEach(result::take);
    }
    return result.target;
  }

  private void take(Difference each) {
    switch (each.kind()) {
      case SCHEMA, SEQUENCE, ENUM_TYPE, COMPOSITE_TYPE -> takeWhole(each);
      case TABLE -> takeTable(each);
      case COLUMN -> takeColumn(each);
      case PRIMARY_KEY, UNIQUE_CONSTRAINT, FOREIGN_KEY, CHECK, INDEX -> takeMember(each);
      case TYPE, NOT_NULL, SERVER_DEFAULT, IDENTITY, GENERATED, COLLATION -> takeProperty(each);
      case COMMENT -> takeComment(each);
      case ON_DELETE, NAME -> change(each.container(), table -> members.changed(table, each));
    }
  }

  private void apply(Operation operation) {
    target = effects.apply(target, operation);
  }

  private void change(QualifiedName name, UnaryOperator<Table> change) {
    target =
        target.withTables(
            target.tables().stream()
                .map(table -> table.name().equals(name) ? change.apply(table) : table)
                .toList());
  }

  /** Takes over a schema, sequence or enum type, or its absence. */
  private void takeWhole(Difference each) {
    Operation operation =
        Objects.requireNonNull(each.wanted() == null ? each.unwanted() : each.wanted());
    boolean isThere =
        switch (each.kind()) {
          case SCHEMA -> target.namespaces().contains(each.container().name());
          case SEQUENCE -> target.sequence(each.container()).isPresent();
          default -> target.typeNames().anyMatch(each.container()::equals);
        };
    boolean isUsed = each.kind() == DifferenceKind.SCHEMA && hasObjects(each.container().name());
    if (each.database() == null ? !isUsed : each.model() != null || !isThere) {
      operation.reverse().ifPresent(this::apply);
    }
  }

  private boolean hasObjects(String namespace) {
    return target.objectNames().anyMatch(name -> namespace.equals(name.schema()));
  }

  private void takeTable(Difference each) {
    if (each.database() != null) {
      keep(each.container());
      return;
    }
    Objects.requireNonNull(each.wanted()).reverse().ifPresent(this::apply);
    withoutKeys(key -> key.equals(each.container()), columns -> true);
  }

  /** Keeps a table of the database, with what it needs. */
  private void keep(QualifiedName name) {
    Optional<Table> kept = actual.table(name).filter(table -> target.table(name).isEmpty());
    if (kept.isEmpty()) {
      return;
    }
    Table table = kept.get();
    if (name.schema() != null && actual.namespaces().contains(name.schema())) {
      apply(new CreateSchema(name.schema()));
    }
    apply(new CreateTable(table));
    table.columns().forEach(column -> keepNeeded(table, column));
    table.foreignKeys().forEach(key -> keepKey(key.referencedTable(), key.referencedColumns()));
    table.form().inherits().forEach(this::keep);
  }

  /** Keeps the enum type and the sequences of a column. */
  private void keepNeeded(Table table, Column column) {
    QualifiedName type = column.type().qualifiedName();
    if (target.enumType(type).isEmpty()) {
      actual.enumType(type).ifPresent(found -> apply(new CreateEnum(found)));
    }
    Sequence.Owner owner = new Sequence.Owner(table.name(), column.name());
    actual.sequences().stream()
        .filter(each -> owner.equals(each.owner()) || each.defaultColumns().contains(owner))
        .filter(each -> target.sequence(each.name()).isEmpty())
        .forEach(each -> apply(new CreateSequence(each)));
  }

  /** Keeps a table with the columns, and their key, to which a foreign key points. */
  private void keepKey(QualifiedName name, List<String> columns) {
    keep(name);
    actual
        .table(name)
        .ifPresent(
            found -> {
              columns.forEach(column -> keep(found, column));
              change(name, table -> members.withKey(table, found, columns));
            });
  }

  private void takeColumn(Difference each) {
    Optional<Table> found = actual.table(each.container());
    String name = Objects.requireNonNull(each.member());
    if (each.wanted() instanceof AddColumn add) {
      if (each.database() == null) {
        apply(new DropColumn(add.table(), add.column()));
        withoutKeys(key -> key.equals(add.table()), columns -> columns.contains(name));
      } else {
        found
            .flatMap(table -> table.column(name))
            .ifPresent(it -> apply(new AlterColumn(add.table(), add.column(), it, null)));
      }
    } else {
      found.ifPresent(table -> keep(table, name));
    }
  }

  /** Keeps a column of the database, with what it needs and what is over it. */
  private void keep(Table table, String name) {
    Optional<Column> kept =
        table
            .column(name)
            .filter(it -> target.table(table.name()).flatMap(has -> has.column(name)).isEmpty());
    kept.ifPresent(
        column -> {
          apply(new AddColumn(table.name(), column));
          keepNeeded(table, column);
          members.over(table, name).forEach(member -> keepWithReferenced(table, member));
        });
  }

  private void keepWithReferenced(Table table, MemberPairs.Member member) {
    target
        .table(table.name())
        .filter(it -> members.hasColumns(it, table, member))
        .flatMap(it -> member.foreignKey())
        .ifPresent(key -> keepKey(key.referencedTable(), key.referencedColumns()));
    keepMember(table, member);
  }

  /** Keeps a constraint or index of the database if all that it is over is there. */
  private void keepMember(Table table, MemberPairs.Member member) {
    change(table.name(), it -> members.withMember(it, table, member, target));
    member
        .foreignKey()
        .filter(key -> target.table(table.name()).orElse(table).constraints().contains(key))
        .ifPresent(key -> keepKey(key.referencedTable(), key.referencedColumns()));
  }

  private void takeMember(Difference each) {
    change(each.container(), table -> members.without(table, each));
    actual
        .table(each.container())
        .ifPresent(
            table -> members.inDatabase(each).ifPresent(member -> keepMember(table, member)));
  }

  private void withoutKeys(Predicate<QualifiedName> referenced, Predicate<List<String>> columns) {
    target =
        target.withTables(
            target.tables().stream()
                .map(table -> members.withoutKeys(table, referenced, columns))
                .toList());
  }

  private void takeProperty(Difference each) {
    String name = Objects.requireNonNull(each.member());
    Optional<Table> found = actual.table(each.container());
    Optional<Column> own = target.table(each.container()).flatMap(table -> table.column(name));
    if (found.isPresent() && own.isPresent()) {
      found
          .get()
          .column(name)
          .ifPresent(
              other -> {
                Column taken = ColumnProperties.with(own.get(), each.kind(), other);
                apply(new AlterColumn(each.container(), own.get(), taken, null));
                keepNeeded(found.get(), taken);
              });
    }
  }

  private void takeComment(Difference each) {
    if (each.member() == null) {
      apply(new CommentTable(each.container(), each.model(), each.database()));
    } else {
      takeProperty(each);
    }
  }
}
