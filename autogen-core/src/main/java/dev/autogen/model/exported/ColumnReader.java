package dev.autogen.model.exported;

import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a column and the constraints declared on it (PostgreSQL manual, CREATE TABLE). */
final class ColumnReader {

  /** Words that end a type or an expression at the level of the column. */
  private static final Set<String> CLAUSES =
      Set.of(
          "not",
          "null",
          "default",
          "collate",
          "check",
          "constraint",
          "unique",
          "primary",
          "references",
          "generated",
          "deferrable",
          "initially",
          "storage",
          "compression",
          "auto_increment",
          "unsigned",
          "zerofill",
          "comment",
          "charset",
          "on",
          "as");

  private final TokenReader in;
  private final List<Constraint> constraints;
  private final List<String> foreign;
  private final List<String> leftOut;

  private ColumnReader(
      TokenReader in, List<Constraint> constraints, List<String> foreign, List<String> leftOut) {
    this.in = in;
    this.constraints = constraints;
    this.foreign = foreign;
    this.leftOut = leftOut;
  }

  /**
   * Reads one column. Its constraints, unknown clauses, and clauses that a schema does not hold are
   * added to the given lists.
   */
  static Column read(
      TokenReader in, List<Constraint> constraints, List<String> foreign, List<String> leftOut) {
    return new ColumnReader(in, constraints, foreign, leftOut).read();
  }

  /** Reads the attributes of a composite type, in parentheses. */
  static List<Attribute> readAttributes(TokenReader in) {
    List<Attribute> attributes = new ArrayList<>();
    in.expectSymbol('(');
    while (!in.atEnd() && !in.peek().isSymbol(')')) {
      List<String> ignored = new ArrayList<>();
      Column column = read(in, new ArrayList<>(), ignored, ignored);
      attributes.add(Attribute.of(column.name(), column.type()).withCollation(column.collation()));
      in.skipToEndOfElement();
      in.acceptSymbol(',');
    }
    in.expectSymbol(')');
    return attributes;
  }

  private Column read() {
    Column column = Column.of(in.name(), type());
    @Nullable String constraintName = null;
    while (!in.atEnd() && !in.peek().isSymbol(',') && !in.peek().isSymbol(')')) {
      if (in.accept("constraint")) {
        constraintName = in.explicitName();
        continue;
      }
      column = clause(column, constraintName);
      constraintName = null;
    }
    return column;
  }

  private SqlType type() {
    // "generated" alone means that Hibernate left the type to the database.
    String text = TokenReader.isWordIn(in.peek(), CLAUSES) ? "" : in.textUntil(CLAUSES);
    return text.isEmpty() ? SqlType.unknown() : in.type(text);
  }

  private Column clause(Column column, @Nullable String constraintName) {
    if (in.accept("not", "null")) {
      return column.withNullable(false);
    } else if (in.accept("null")) {
      return column.withNullable(true);
    } else if (in.accept("default")) {
      return column.withServerDefault(in.textUntil(CLAUSES));
    } else if (in.accept("collate")) {
      return column.withCollation(collation());
    } else if (in.accept("generated") || in.has("virtual") && in.peek().isWord("as")) {
      return generated(column);
    } else if (in.has(in.peek().text().toLowerCase(Locale.ROOT))) {
      return ownClause(column);
    } else if (in.accept("check")) {
      constraints.add(ConstraintReader.check(in, constraintName, column.name()));
    } else if (in.accept("unique")) {
      boolean notDistinct = ConstraintReader.nullsNotDistinct(in);
      constraints.add(
          UniqueConstraint.of(constraintName, List.of(column.name()))
              .withInclude(ConstraintReader.include(in))
              .withDeferral(ConstraintReader.deferral(in))
              .withNullsNotDistinct(notDistinct));
    } else if (in.accept("primary", "key")) {
      constraints.add(
          PrimaryKey.of(constraintName, List.of(column.name()))
              .withInclude(ConstraintReader.include(in))
              .withDeferral(ConstraintReader.deferral(in)));
    } else if (in.peek().isWord("references")) {
      constraints.add(ConstraintReader.references(in, constraintName, List.of(column.name())));
    } else if (in.peek().isWord("storage") || in.peek().isWord("compression")) {
      leftOut.add(in.next().text() + " " + in.next().text() + "' of the column '" + column.name());
    } else {
      foreign.add(foreignClause());
    }
    return column;
  }

  /** A clause that the database has beyond the SQL standard. */
  private Column ownClause(Column column) {
    if (in.accept("auto_increment")) {
      return column.withIdentity(Identity.byDefault()).withNullable(false);
    } else if (in.accept("comment")) {
      return column.withComment(in.next().text());
    } else if (in.accept("charset")) {
      return withWords(column, " character set " + in.next().text());
    } else if (in.accept("on", "update")) {
      String update = "on update " + in.textUntil(CLAUSES);
      return column.withServerDefault(
          column.serverDefault() == null ? update : column.serverDefault() + " " + update);
    } else if (in.accept("virtual")) {
      return column;
    }
    return withWords(column, " " + in.next().text().toLowerCase(Locale.ROOT));
  }

  private static Column withWords(Column column, String words) {
    SqlType type = column.type();
    return column.withType(
        new SqlType(type.schema(), type.name() + words, type.arguments(), type.dimensions()));
  }

  /** The next token and those behind it up to one that begins a clause. */
  private String foreignClause() {
    int from = in.position();
    in.skipElement();
    while (!in.atEnd()
        && !in.peek().isSymbol(',')
        && !in.peek().isSymbol(')')
        && !TokenReader.isWordIn(in.peek(), CLAUSES)) {
      in.skipElement();
    }
    return in.textSince(from);
  }

  private String collation() {
    var name = in.qualifiedName();
    return name.schema() == null || name.schema().equals("pg_catalog")
        ? name.name()
        : name.toString();
  }

  private Column generated(Column column) {
    boolean always = in.accept("always") || in.peek().isWord("as");
    if (!always) {
      in.expect("by", "default");
    }
    in.expect("as");
    if (in.accept("identity")) {
      return column.withIdentity(identity(always)).withNullable(false);
    }
    String expression = in.parenthesised();
    in.accept("virtual");
    // The default is VIRTUAL, which PostgreSQL has since 18; before, STORED was required.
    return column.withGenerated(new Generated(expression, in.accept("stored")));
  }

  private Identity identity(boolean always) {
    Identity identity = always ? Identity.generatedAlways() : Identity.byDefault();
    if (!in.peek().isSymbol('(')) {
      return identity;
    }
    SequenceOptions options = SequenceOptions.of(in.of(in.parenthesised()));
    return identity
        .from(options.start(), options.increment())
        .withCache(options.cache())
        .withRange(options.range());
  }
}
