package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.sqlite.Clause.Kind;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a column, and the constraints of a table (manual, lang_createtable). */
final class ClauseReader {

  private static final Set<String> BEGINNINGS =
      Set.of(
          "constraint",
          "primary",
          "not",
          "null",
          "unique",
          "check",
          "default",
          "collate",
          "references",
          "generated",
          "as");

  private final TokenCursor in;
  private final @Nullable String column;
  private final List<Clause> clauses = new ArrayList<>();

  private ClauseReader(TokenCursor in, @Nullable String column) {
    this.in = in;
    this.column = column;
  }

  /** What stands between two commas. */
  static Element element(String text) {
    TokenCursor in = new TokenCursor(text);
    if (isConstraint(in)) {
      ClauseReader reader = new ClauseReader(in, null);
      while (!in.atEnd()) {
        reader.clause(in.start());
      }
      return new Element(text, null, "", SqlType.unknown(), reader.clauses);
    }
    int start = in.start();
    String name = in.name();
    int type = in.start();
    while (!in.atEnd() && !begins(in)) {
      if (in.peek().isSymbol('(')) {
        in.parenthesised();
      } else {
        in.next();
      }
    }
    SqlType read = SqlType.parse(in.since(type).strip());
    String head = in.since(start);
    ClauseReader reader = new ClauseReader(in, name);
    while (!in.atEnd()) {
      reader.clause(in.start());
    }
    return new Element(text, name, head, read, reader.clauses);
  }

  private static boolean begins(TokenCursor in) {
    Token token = in.peek();
    return token.kind() == Token.Kind.WORD
        && BEGINNINGS.contains(SqliteText.lower(token.text()))
        && (!token.isWord("generated") || in.peek(1).isWord("always"));
  }

  private static boolean isConstraint(TokenCursor in) {
    Token first = in.peek();
    Token second = in.peek(1);
    return first.isWord("constraint")
        || first.isWord("primary") && second.isWord("key")
        || first.isWord("foreign") && second.isWord("key")
        || first.isWord("unique") && second.isSymbol('(')
        || first.isWord("check") && second.isSymbol('(');
  }

  private void clause(int start) {
    @Nullable String name = in.accept("constraint") ? in.name() : null;
    if (in.accept("primary", "key")) {
      primaryKey(start, name);
    } else if (in.accept("unique")) {
      List<String> columns = columns();
      conflict();
      add(start, UniqueConstraint.of(name, columns));
    } else if (in.accept("check")) {
      String condition = in.parenthesised();
      conflict();
      add(start, CheckConstraint.of(name, column, condition));
    } else if (in.accept("foreign", "key")) {
      List<String> columns = columns();
      add(start, references(name, columns));
    } else if (in.peek().isWord("references")) {
      add(start, references(name, List.of(String.valueOf(column))));
    } else if (in.accept("not", "null")) {
      conflict();
      add(start, Kind.NOT_NULL, null);
    } else if (in.accept("null")) {
      conflict();
      add(start, Kind.NULL, null);
    } else if (in.accept("default")) {
      defaultValue(start);
    } else if (in.accept("collate")) {
      add(start, Kind.COLLATE, in.name());
    } else if (in.accept("generated", "always", "as") || in.accept("as")) {
      String expression = in.parenthesised();
      boolean stored = in.accept("stored");
      in.accept("virtual");
      add(start, stored ? Kind.GENERATED_STORED : Kind.GENERATED_VIRTUAL, expression);
    } else {
      in.next();
    }
  }

  private void add(int start, Constraint constraint) {
    clauses.add(new Clause(Kind.CONSTRAINT, in.since(start), constraint, null));
  }

  private void add(int start, Kind kind, @Nullable String value) {
    clauses.add(new Clause(kind, in.since(start), null, value));
  }

  private void primaryKey(int start, @Nullable String name) {
    boolean ofTable = in.peek().isSymbol('(');
    List<String> columns = columns();
    if (!in.accept("asc")) {
      in.accept("desc");
    }
    conflict();
    boolean counts = in.accept("autoincrement");
    if (ofTable) {
      // In the parentheses of a constraint, AUTOINCREMENT stands behind the column.
      counts = SqliteText.RULES.words().names(in.since(start)).contains("autoincrement");
    }
    clauses.add(
        new Clause(
            counts ? Kind.AUTOINCREMENT : Kind.CONSTRAINT,
            in.since(start),
            PrimaryKey.of(name, columns),
            null));
  }

  /** The columns in parentheses; without them, the column that the clause belongs to. */
  private List<String> columns() {
    return in.peek().isSymbol('(')
        ? in.elements().stream().map(each -> new TokenCursor(each).name()).toList()
        : List.of(String.valueOf(column));
  }

  private void conflict() {
    if (in.accept("on", "conflict")) {
      in.next();
    }
  }

  private void defaultValue(int start) {
    if (in.peek().isSymbol('(')) {
      add(start, Kind.DEFAULT, "(" + in.parenthesised() + ")");
      return;
    }
    int value = in.start();
    in.next();
    // A sign, and an exponent such as that of 1e-3, are tokens of their own.
    while (!in.atEnd() && !begins(in)) {
      in.next();
    }
    String text = in.since(value).strip();
    add(start, Kind.DEFAULT, text);
  }

  private ForeignKey references(@Nullable String name, List<String> columns) {
    in.accept("references");
    QualifiedName table = QualifiedName.of(in.name());
    List<String> referenced = in.peek().isSymbol('(') ? columns() : List.of();
    ForeignKey key = ForeignKey.of(name, columns, table, referenced);
    while (true) {
      if (in.accept("on", "delete")) {
        key = key.withOnDelete(action(), List.of());
      } else if (in.accept("on", "update")) {
        key = key.withOnUpdate(action());
      } else if (in.accept("match")) {
        in.next();
      } else if (in.accept("not", "deferrable")) {
        timing();
        key = key.withDeferral(Deferral.NOT_DEFERRABLE);
      } else if (in.accept("deferrable")) {
        key =
            key.withDeferral(timing() ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE);
      } else {
        return key;
      }
    }
  }

  private boolean timing() {
    if (in.accept("initially", "deferred")) {
      return true;
    }
    in.accept("initially", "immediate");
    return false;
  }

  private Action action() {
    if (in.accept("cascade")) {
      return Action.CASCADE;
    } else if (in.accept("restrict")) {
      return Action.RESTRICT;
    } else if (in.accept("set", "null")) {
      return Action.SET_NULL;
    } else if (in.accept("set", "default")) {
      return Action.SET_DEFAULT;
    }
    in.accept("no", "action");
    return Action.NO_ACTION;
  }
}
