package dev.autogen.dialect.sqlite;

import dev.autogen.schema.Column;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes a column that existed in its new form: each clause that stays keeps its text. */
final class ColumnText {

  private final Element element;
  private final Column before;
  private final List<Clause> kept;

  /**
   * The column of an element.
   *
   * @param table the table as it was, in canonical form
   * @param kept the clauses without the constraints that are dropped
   */
  ColumnText(Element element, Table table, List<Clause> kept) {
    this.element = element;
    this.before = table.column(String.valueOf(element.column())).orElseThrow();
    this.kept = kept;
  }

  /**
   * The column in its new form.
   *
   * @param isNeverNull whether it holds no null without saying so
   */
  String of(Column column, boolean isNeverNull) {
    if (before.equals(column) && kept.equals(element.clauses())) {
      return element.text();
    }
    List<String> parts = new ArrayList<>(List.of(head(column)));
    boolean hasDefault = false;
    boolean hasCollation = false;
    boolean hasGenerated = false;
    boolean hasNotNull = false;
    for (Clause clause : kept) {
      switch (clause.kind()) {
        case CONSTRAINT, AUTOINCREMENT -> parts.add(clause.text());
        case NULL -> {
          if (column.nullable()) {
            parts.add(clause.text());
          }
        }
        case NOT_NULL -> {
          if (!column.nullable() && !hasNotNull) {
            parts.add(clause.text());
            hasNotNull = true;
          }
        }
        case DEFAULT -> {
          if (column.serverDefault() != null && !hasDefault) {
            boolean same = column.serverDefault().equals(before.serverDefault());
            parts.add(same ? clause.text() : Definitions.defaultClause(column.serverDefault()));
            hasDefault = true;
          }
        }
        case COLLATE -> {
          if (column.collation() != null && !hasCollation) {
            boolean same = column.collation().equals(before.collation());
            parts.add(same ? clause.text() : Definitions.collateClause(column.collation()));
            hasCollation = true;
          } else if (before.collation() == null) {
            parts.add(clause.text()); // binary, which is the same as nothing
          }
        }
        case GENERATED_STORED, GENERATED_VIRTUAL -> {
          if (column.generated() != null && !hasGenerated) {
            boolean same = Objects.equals(column.generated(), before.generated());
            parts.add(same ? clause.text() : Definitions.generatedClause(column));
            hasGenerated = true;
          }
        }
      }
    }
    int place = 1;
    if (column.serverDefault() != null && !hasDefault) {
      parts.add(place++, Definitions.defaultClause(column.serverDefault()));
    }
    if (column.collation() != null && !hasCollation) {
      parts.add(place++, Definitions.collateClause(column.collation()));
    }
    if (column.generated() != null && !hasGenerated) {
      parts.add(place++, Definitions.generatedClause(column));
    }
    if (!column.nullable() && !hasNotNull && !isNeverNull) {
      parts.add(place, "not null");
    }
    return SplicedTable.around(element, String.join(" ", parts));
  }

  private String head(Column column) {
    if (column.type().equals(before.type())) {
      return element.head();
    }
    TokenCursor in = new TokenCursor(element.head());
    in.next();
    return in.since(0).strip() + " " + SqliteTypes.sql(column.type());
  }
}
