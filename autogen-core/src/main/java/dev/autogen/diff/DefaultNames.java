package dev.autogen.diff;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.Member;
import dev.autogen.operation.Member.Kind;
import dev.autogen.operation.Operation;
import dev.autogen.operation.TableOperation;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names new constraints and indexes that the model leaves unnamed, as PostgreSQL would ({@code
 * ChooseConstraintName} and {@code makeObjectName} in its source), so that a downgrade can name
 * them.
 */
final class DefaultNames {

  private final Set<QualifiedName> taken = new HashSet<>();
  private final int maxBytes;

  DefaultNames(Schema actual, int maxBytes) {
    this.maxBytes = maxBytes;
    for (Table table : actual.tables()) {
      table.constraints().forEach(constraint -> take(table.name(), constraint.name()));
      table.indexes().forEach(index -> take(table.name(), index.name()));
      take(table.name(), table.name().name());
    }
    actual.sequences().forEach(sequence -> take(sequence.name(), sequence.name().name()));
  }

  List<Operation> fill(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof TableOperation) {
        names(operation.takes()).forEach(taken::remove);
      }
      taken.addAll(names(operation.makes()));
    }
    List<Operation> result = new ArrayList<>();
    operations.forEach(operation -> result.add(named(operation)));
    return result;
  }

  /** The names of tables, constraints and indexes. PostgreSQL keeps these in one namespace. */
  private static List<QualifiedName> names(List<Member> members) {
    return members.stream()
        .filter(
            member ->
                member.kind() == Kind.TABLE
                    || ((member.kind() == Kind.CONSTRAINT || member.kind() == Kind.INDEX)
                        && member.name() != null))
        .map(
            member ->
                member.name() == null ? member.object() : member.object().withName(member.name()))
        .toList();
  }

  private Operation named(Operation operation) {
    if (operation instanceof CreateTable create) {
      Table table = create.table();
      return new CreateTable(
          table
              .withConstraints(
                  table.constraints().stream()
                      .map(constraint -> named(table.name(), constraint))
                      .toList())
              .withIndexes(
                  table.indexes().stream().map(index -> named(table.name(), index)).toList()));
    } else if (operation instanceof AddConstraint add) {
      return new AddConstraint(add.table(), named(add.table(), add.constraint()));
    } else if (operation instanceof CreateIndex create) {
      return new CreateIndex(
          create.table(), named(create.table(), create.index()), create.concurrently());
    }
    return operation;
  }

  private Constraint named(QualifiedName table, Constraint constraint) {
    if (constraint.name() != null) {
      return constraint;
    } else if (constraint instanceof PrimaryKey) {
      return constraint.withName(choose(table, "", "pkey"));
    } else if (constraint instanceof UniqueConstraint unique) {
      return constraint.withName(choose(table, String.join("_", unique.columns()), "key"));
    } else if (constraint instanceof ForeignKey key) {
      return constraint.withName(choose(table, String.join("_", key.columns()), "fkey"));
    } else if (constraint instanceof CheckConstraint check) {
      return constraint.withName(
          choose(table, check.column() == null ? "" : check.column(), "check"));
    }
    return constraint;
  }

  private Index named(QualifiedName table, Index index) {
    if (index.name() != null) {
      return index;
    }
    List<String> keys =
        index.elements().stream().map(key -> key.expression() ? "expr" : key.text()).toList();
    return index.withName(choose(table, String.join("_", keys), "idx"));
  }

  private String choose(QualifiedName table, String columns, String label) {
    for (int i = 0; ; i++) {
      String name = join(table.name(), columns, i == 0 ? label : label + i);
      if (taken.add(table.withName(name))) {
        return name;
      }
    }
  }

  /** Joins the parts of a name. Shortens the longer of table and columns until the whole fits. */
  private String join(String table, String columns, String label) {
    String first = table;
    String second = columns;
    int overhead = label.length() + (columns.isEmpty() ? 1 : 2);
    while (maxBytes > 0 && bytes(first) + bytes(second) + overhead > maxBytes) {
      if (bytes(first) > bytes(second)) {
        first = shortened(first);
      } else {
        second = shortened(second);
      }
    }
    return second.isEmpty() ? first + "_" + label : first + "_" + second + "_" + label;
  }

  private static String shortened(String text) {
    return text.substring(0, text.offsetByCodePoints(text.length(), -1));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private void take(QualifiedName table, @Nullable String name) {
    if (name != null) {
      taken.add(table.withName(name));
    }
  }
}
