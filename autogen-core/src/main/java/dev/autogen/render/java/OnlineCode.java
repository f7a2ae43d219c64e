package dev.autogen.render.java;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.Online;
import dev.autogen.render.java.Code.Call;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;

/** Writes the statements of operations that let readers and writers go on. */
final class OnlineCode {

  private OnlineCode() {}

  static List<Statement> of(Online operation) {
    Code table = NameCode.of(operation.table());
    if (operation.change() instanceof AlterColumn change) {
      return one("setNotNullOnline", table, Code.literal(change.to().name()));
    } else if (operation.change() instanceof AddConstraint add) {
      return one(
          name(add.constraint()),
          table,
          DefinitionCode.constraint(operation.table(), add.constraint()));
    }
    throw new IllegalArgumentException(operation.summary() + " has no method");
  }

  private static String name(Constraint constraint) {
    if (constraint instanceof ForeignKey) {
      return "addForeignKeyOnline";
    } else if (constraint instanceof CheckConstraint) {
      return "addCheckOnline";
    } else if (constraint instanceof UniqueConstraint) {
      return "addUniqueOnline";
    } else if (constraint instanceof PrimaryKey) {
      return "addPrimaryKeyOnline";
    }
    throw new IllegalArgumentException("only the name of " + constraint.name() + " is known");
  }

  private static List<Statement> one(String name, Code... arguments) {
    return List.of(Statement.of(new Call("op." + name, arguments)));
  }
}
