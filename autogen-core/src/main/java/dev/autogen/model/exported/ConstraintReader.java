package dev.autogen.model.exported;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.Token;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads constraints of a table (PostgreSQL manual, CREATE TABLE, {@code table_constraint}). */
final class ConstraintReader {

  private ConstraintReader() {}

  /**
   * Whether a constraint of the table, rather than a column, comes next. A column may have such a
   * word as its name without quotes: Hibernate writes it so, although PostgreSQL refuses it.
   */
  static boolean isNext(TokenReader in) {
    int at = in.peek().isWord("constraint") && in.peek(1).isIdentifier() ? 2 : 0;
    Token first = in.peek(at);
    Token second = in.peek(at + 1);
    return (first.isWord("primary") && second.isWord("key"))
        || (first.isWord("foreign") && second.isWord("key"))
        || (first.isWord("unique") && (second.isSymbol('(') || second.isWord("nulls")))
        || (first.isWord("check") && second.isSymbol('('))
        || (first.isWord("exclude") && (second.isSymbol('(') || second.isWord("using")));
  }

  /** Reads a constraint; empty for a kind that no schema describes (EXCLUDE). */
  static Optional<Constraint> read(TokenReader in) {
    @Nullable String name = in.accept("constraint") ? in.explicitName() : null;
    if (in.accept("primary", "key")) {
      KeyColumns keys = KeyColumns.read(in);
      List<String> include = include(in);
      return Optional.of(
          new PrimaryKey(name, keys.names(), include, deferral(in), keys.withoutOverlaps()));
    } else if (in.accept("unique")) {
      boolean before = nullsNotDistinct(in);
      KeyColumns keys = KeyColumns.read(in);
      // @UniqueConstraint(options = "nulls not distinct") stands behind the columns, where
      // PostgreSQL refuses it.
      boolean after = nullsNotDistinct(in);
      return Optional.of(
          new UniqueConstraint(
              name,
              keys.names(),
              include(in),
              deferral(in),
              before || after,
              keys.withoutOverlaps()));
    } else if (in.accept("check")) {
      return Optional.of(check(in, name, null));
    } else if (in.accept("foreign", "key")) {
      KeyColumns keys = KeyColumns.read(in);
      return Optional.of(references(in, name, keys.names()).withPeriod(keys.period()));
    }
    return Optional.empty();
  }

  /** Reads the condition of a check and what stands behind it. */
  static CheckConstraint check(TokenReader in, @Nullable String name, @Nullable String column) {
    CheckConstraint check = CheckConstraint.of(name, column, in.parenthesised());
    while (true) {
      if (in.accept("no", "inherit")) {
        check = check.withNoInherit(true);
      } else if (in.accept("not", "valid")) {
        check = check.withEnforcement(Enforcement.NOT_VALID);
      } else if (in.accept("not", "enforced")) {
        check = check.withEnforcement(Enforcement.NOT_ENFORCED);
      } else if (!in.accept("enforced")) {
        return check;
      }
    }
  }

  /** Reads {@code INCLUDE (…)}, if it is there. */
  static List<String> include(TokenReader in) {
    return in.accept("include") ? in.names() : List.of();
  }

  /** Reads {@code REFERENCES …}; the result has no referenced columns if none are named. */
  static ForeignKey references(TokenReader in, @Nullable String name, List<String> columns) {
    in.expect("references");
    QualifiedName table = in.qualifiedName();
    List<String> referenced =
        in.peek().isSymbol('(') ? KeyColumns.read(in).names() : List.<String>of();
    ForeignKey key = ForeignKey.of(name, columns, table, referenced);
    while (true) {
      if (in.accept("on", "delete")) {
        key = key.withOnDelete(action(in), in.peek().isSymbol('(') ? in.names() : List.of());
      } else if (in.accept("on", "update")) {
        key = key.withOnUpdate(action(in));
      } else if (in.accept("match", "full")) {
        key = key.withMatchFull(true);
      } else if (in.accept("match")) {
        in.next();
      } else if (in.accept("not", "valid")) {
        key = key.withEnforcement(Enforcement.NOT_VALID);
      } else if (in.accept("not", "enforced")) {
        key = key.withEnforcement(Enforcement.NOT_ENFORCED);
      } else if (isDeferral(in)) {
        key = key.withDeferral(deferral(in));
      } else if (!in.accept("enforced")) {
        return key;
      }
    }
  }

  private static boolean isDeferral(TokenReader in) {
    Token first = in.peek();
    return first.isWord("deferrable")
        || first.isWord("initially")
        || (first.isWord("not") && in.peek(1).isWord("deferrable"));
  }

  private static Action action(TokenReader in) {
    if (in.accept("cascade")) {
      return Action.CASCADE;
    } else if (in.accept("restrict")) {
      return Action.RESTRICT;
    } else if (in.accept("set", "null")) {
      return Action.SET_NULL;
    } else if (in.accept("set", "default")) {
      return Action.SET_DEFAULT;
    }
    in.expect("no", "action");
    return Action.NO_ACTION;
  }

  /** Reads {@code NULLS [NOT] DISTINCT}, if it is there. */
  static boolean nullsNotDistinct(TokenReader in) {
    in.accept("nulls", "distinct");
    return in.accept("nulls", "not", "distinct");
  }

  /** Reads the clauses that say when a constraint is checked, if there are any. */
  static Deferral deferral(TokenReader in) {
    Deferral deferral = Deferral.NOT_DEFERRABLE;
    while (true) {
      if (in.accept("not", "deferrable")) {
        deferral = Deferral.NOT_DEFERRABLE;
      } else if (in.accept("initially", "deferred")) {
        deferral = Deferral.INITIALLY_DEFERRED;
      } else if (in.accept("deferrable")) {
        deferral = deferral == Deferral.NOT_DEFERRABLE ? Deferral.INITIALLY_IMMEDIATE : deferral;
      } else if (!in.accept("initially", "immediate")) {
        return deferral;
      }
    }
  }
}
