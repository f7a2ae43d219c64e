package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.sqlite.Clause.Kind;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Table;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table in its new form from the statement that created it. What does not change keeps its
 * text, with all that autogen does not know.
 */
final class SplicedTable {

  private final TableText text;
  private final Table old;
  private final Table wanted;
  private final List<Constraint> open;
  private final Map<String, String> renamed;

  /**
   * A table in its new form.
   *
   * @param references completes foreign keys that name no columns
   * @param renamed the new names of constraints, by the old ones
   */
  SplicedTable(
      TableText text, Table wanted, Map<String, Table> references, Map<String, String> renamed) {
    this.text = text;
    this.old = CanonicalTable.of(References.resolved(text.table(), references));
    this.wanted = CanonicalTable.of(wanted);
    this.open = new ArrayList<>(this.wanted.constraints());
    this.renamed = renamed;
  }

  /** What stands between the parentheses. */
  String body() {
    Map<String, Element> columns = new LinkedHashMap<>();
    List<String> constraints = new ArrayList<>();
    Map<Element, List<Clause>> kept = new HashMap<>();
    int number = 0;
    for (Element element : text.elements()) {
      List<Clause> clauses = new ArrayList<>();
      for (Clause clause : element.clauses()) {
        Constraint constraint = clause.isConstraint() ? old.constraints().get(number++) : null;
        Clause still = constraint == null ? clause : kept(clause, constraint);
        if (still != null) {
          clauses.add(still);
        }
      }
      if (element.column() != null) {
        columns.put(element.column(), element);
        kept.put(element, clauses);
      } else if (clauses.equals(element.clauses())) {
        constraints.add(element.text());
      } else if (!clauses.isEmpty()) {
        constraints.add(around(element, joined(clauses)));
      }
    }
    List<String> parts = new ArrayList<>();
    for (Column column : wanted.columns()) {
      Element element = columns.get(column.name());
      if (element == null) {
        parts.add(margin() + Definitions.definition(column, isNeverNull(column)));
      } else {
        parts.add(new ColumnText(element, old, kept.get(element)).of(column, isNeverNull(column)));
      }
    }
    parts.addAll(constraints);
    for (Constraint constraint : open) {
      parts.add(margin() + Definitions.constraint(wanted.name(), constraint));
    }
    return closed(parts);
  }

  private boolean isNeverNull(Column column) {
    return CanonicalTable.isNeverNull(wanted, column.name());
  }

  private @Nullable Clause kept(Clause clause, Constraint constraint) {
    String name = constraint.name();
    String newName = name == null ? null : renamed.get(name);
    Constraint now = newName == null ? constraint : constraint.withName(newName);
    Constraint plain = plain(now);
    for (int i = 0; i < open.size(); i++) {
      if (plain(open.get(i)).equals(plain)) {
        open.remove(i);
        return newName == null ? clause : withName(clause, newName);
      }
    }
    return null;
  }

  private static Constraint plain(Constraint constraint) {
    return constraint instanceof CheckConstraint check ? check.withColumn(null) : constraint;
  }

  private static Clause withName(Clause clause, String name) {
    TokenCursor in = new TokenCursor(clause.text());
    if (in.accept("constraint")) {
      in.next();
    }
    String rest = clause.text().substring(in.start());
    return new Clause(
        clause.kind(),
        "constraint " + SqliteText.quote(name) + " " + rest,
        clause.constraint(),
        clause.value());
  }

  /** Several constraints can stand in one place without a comma. */
  private static String joined(List<Clause> clauses) {
    return String.join(" ", clauses.stream().map(Clause::text).toList());
  }

  /** A new text between the blanks and comments of the old one. */
  static String around(Element element, String other) {
    List<Token> tokens = SqliteText.RULES.tokens(element.text());
    String before = element.text().substring(0, tokens.get(0).start());
    String behind = element.text().substring(tokens.get(Math.max(0, tokens.size() - 2)).end());
    return before + other + behind;
  }

  /** What stands before the first element: a line break and blanks, as a rule. */
  private String margin() {
    String first = text.elements().isEmpty() ? "" : text.elements().get(0).text();
    String blanks = first.substring(0, first.length() - first.stripLeading().length());
    return blanks.isEmpty() ? " " : blanks;
  }

  /** The parts with commas; the blanks before the closing parenthesis stay there. */
  private String closed(List<String> parts) {
    List<Element> elements = text.elements();
    String last = elements.isEmpty() ? "" : elements.get(elements.size() - 1).text();
    String end = last.substring(last.stripTrailing().length());
    List<String> stripped = new ArrayList<>();
    for (String part : parts) {
      String plain = part.stripTrailing();
      // A comment up to the end of the line needs that end.
      stripped.add(endsInComment(plain) ? plain + "\n" : plain);
    }
    return String.join(",", stripped) + end;
  }

  private static boolean endsInComment(String text) {
    List<Token> tokens = SqliteText.RULES.tokens(text);
    Token last = tokens.get(Math.max(0, tokens.size() - 2));
    return text.substring(Objects.requireNonNull(last).end()).contains("--");
  }

  /** Whether its numbers are never used again. */
  boolean isCounted() {
    return text.elements().stream()
        .flatMap(each -> each.clauses().stream())
        .anyMatch(each -> each.kind() == Kind.AUTOINCREMENT);
  }
}
