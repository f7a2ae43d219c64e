package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.sqlite.Clause.Kind;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code CREATE TABLE} in pieces that keep their text. Constraints without a name get one here,
 * as other databases give them, by which migrations can drop them.
 *
 * @param name the table's name as it is written, without quotes
 * @param elements the columns and constraints
 * @param tail what stands behind the parentheses
 */
record TableText(String name, List<Element> elements, String tail) {

  static final String AUTOINCREMENT = "autoincrement";

  TableText {
    elements = List.copyOf(elements);
  }

  static TableText of(String sql) {
    TokenCursor in = new TokenCursor(sql);
    Token name = in.peek();
    while (!in.atEnd() && !in.peek().isSymbol('(')) {
      name = in.next();
    }
    List<Element> elements = new ArrayList<>();
    for (String text : in.elements()) {
      elements.add(ClauseReader.element(text));
    }
    return new TableText(name.text(), elements, in.rest()).withNames();
  }

  private TableText withNames() {
    Set<String> taken = new HashSet<>();
    constraints().map(Constraint::name).filter(Objects::nonNull).forEach(taken::add);
    List<Element> named = new ArrayList<>();
    for (Element element : elements) {
      named.add(
          element.withClauses(
              element.clauses().stream()
                  .map(each -> each.withConstraint(named(each.constraint(), taken)))
                  .toList()));
    }
    return new TableText(name, named, tail);
  }

  private @Nullable Constraint named(@Nullable Constraint constraint, Set<String> taken) {
    if (constraint == null || constraint.name() != null) {
      return constraint;
    }
    List<String> columns =
        constraint instanceof UniqueConstraint unique
            ? unique.columns()
            : constraint instanceof ForeignKey key
                ? key.columns()
                : constraint instanceof CheckConstraint check && check.column() != null
                    ? List.of(check.column())
                    : List.of();
    String kind =
        constraint instanceof PrimaryKey
            ? "pkey"
            : constraint instanceof UniqueConstraint
                ? "key"
                : constraint instanceof ForeignKey ? "fkey" : "check";
    List<String> parts = new ArrayList<>(List.of(SqliteText.named(name)));
    parts.addAll(columns);
    parts.add(kind);
    String base = String.join("_", parts);
    String chosen = base;
    for (int i = 1; !taken.add(chosen); i++) {
      chosen = base + i;
    }
    return constraint.withName(chosen);
  }

  private Stream<Constraint> constraints() {
    return elements.stream()
        .flatMap(element -> element.clauses().stream())
        .map(Clause::constraint)
        .filter(Objects::nonNull);
  }

  /** Whether the numbers of its rows are never used again. */
  boolean isCounted() {
    return elements.stream()
        .flatMap(element -> element.clauses().stream())
        .anyMatch(clause -> clause.kind() == Kind.AUTOINCREMENT);
  }

  /** Whether the key is written {@code integer primary key desc}, which is no number of the row. */
  boolean isDescendingKey() {
    return elements.stream()
        .filter(element -> element.column() != null)
        .flatMap(element -> element.clauses().stream())
        .filter(clause -> clause.constraint() instanceof PrimaryKey)
        .anyMatch(clause -> SqliteText.RULES.words().names(clause.text()).contains("desc"));
  }

  /** The words behind the parentheses: {@code strict}, {@code without rowid}. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    TokenCursor in = new TokenCursor(tail);
    if (isCounted()) {
      options.add(AUTOINCREMENT);
    }
    while (!in.atEnd()) {
      if (in.accept("strict")) {
        options.add("strict");
      } else if (in.accept("without", "rowid")) {
        options.add("without rowid");
      } else {
        in.next();
      }
    }
    return options;
  }

  /** The table that the statement creates, without indexes. */
  Table table() {
    List<Column> columns = new ArrayList<>();
    for (Element element : elements) {
      if (element.column() != null) {
        columns.add(column(element));
      }
    }
    return new Table(
        QualifiedName.of(SqliteText.named(name)),
        columns,
        constraints().toList(),
        List.of(),
        null,
        List.of(),
        TableForm.PLAIN.withParameters(options()));
  }

  /** The column of an element. */
  static Column column(Element element) {
    Column column = Column.of(Objects.requireNonNull(element.column()), element.type());
    for (Clause clause : element.clauses()) {
      column =
          switch (clause.kind()) {
            case NOT_NULL -> column.withNullable(false);
            case DEFAULT -> column.withServerDefault(clause.value());
            case COLLATE -> column.withCollation(clause.value());
            case GENERATED_VIRTUAL ->
                column.withGenerated(new Generated(Objects.requireNonNull(clause.value()), false));
            case GENERATED_STORED ->
                column.withGenerated(new Generated(Objects.requireNonNull(clause.value()), true));
            case NULL, CONSTRAINT, AUTOINCREMENT -> column;
          };
    }
    return column;
  }
}
