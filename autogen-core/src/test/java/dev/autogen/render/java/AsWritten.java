package dev.autogen.render.java;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropComposite;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Nothing;
import dev.autogen.operation.Operation;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.NamedConstraint;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** What a migration's source says of an operation: no old values of drops, no standard names. */
final class AsWritten {

  private AsWritten() {}

  static List<Operation> of(List<Operation> operations) {
    return operations.stream().flatMap(AsWritten::written).toList();
  }

  private static Stream<Operation> written(Operation operation) {
    if (operation instanceof CreateTable create) {
      Table table = create.table();
      List<Constraint> constraints =
          table.constraints().stream().map(found -> constraint(table.name(), found)).toList();
      return Stream.concat(
          Stream.of(new CreateTable(table.withConstraints(constraints).withIndexes(List.of()))),
          table.indexes().stream().map(index -> new CreateIndex(table.name(), index, false)));
    }
    return operation instanceof Nothing ? Stream.of() : Stream.of(named(operation));
  }

  private static Operation named(Operation operation) {
    if (operation instanceof DropTable drop) {
      return new DropTable(new Table(drop.table().name(), List.of(), List.of(), List.of(), null));
    } else if (operation instanceof DropColumn drop) {
      return new DropColumn(drop.table(), Column.of(drop.column().name(), SqlType.unknown()));
    } else if (operation instanceof AddConstraint add) {
      return new AddConstraint(add.table(), constraint(add.table(), add.constraint()));
    } else if (operation instanceof DropConstraint drop) {
      return new DropConstraint(drop.table(), new NamedConstraint(drop.constraint().name()));
    } else if (operation instanceof DropIndex drop) {
      Index index = Index.of(drop.index().name(), false, List.of());
      return new DropIndex(drop.table(), index, drop.concurrently());
    } else if (operation instanceof CreateSequence create) {
      return new CreateSequence(unowned(create.sequence()));
    } else if (operation instanceof DropSequence drop) {
      return new DropSequence(Sequence.of(drop.sequence().name(), 0, 0));
    } else if (operation instanceof AlterSequence alter) {
      return alter.from().range().equals(alter.to().range())
          ? new AlterSequence(
              Sequence.of(alter.to().name(), 0, 0),
              unowned(alter.to()).withRange(NumberRange.unspecified()))
          : new AlterSequence(unowned(alter.from()), unowned(alter.to()));
    } else if (operation instanceof AlterEnum alter) {
      return new AlterEnum(
          alter.from().withStringCasts(false), alter.to().withStringCasts(false), alter.rebuild());
    } else if (operation instanceof DropEnum drop) {
      return new DropEnum(new EnumType(drop.type().name(), List.of()));
    } else if (operation instanceof DropComposite drop) {
      return new DropComposite(new CompositeType(drop.type().name(), List.of(), null));
    } else if (operation instanceof CommentTable comment) {
      return new CommentTable(comment.table(), null, comment.to());
    }
    return operation;
  }

  private static Constraint constraint(QualifiedName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key && (table.name() + "_pkey").equals(key.name())) {
      return key.withName(null);
    } else if (constraint instanceof CheckConstraint check) {
      return check.withColumn(null);
    } else if (constraint instanceof ForeignKey key) {
      return key.withRestsOn(null);
    }
    return constraint;
  }

  private static Sequence unowned(Sequence sequence) {
    return sequence.withOwner(null);
  }
}
