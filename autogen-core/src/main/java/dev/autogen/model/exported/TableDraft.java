package dev.autogen.model.exported;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.FirstRow;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table while its statements are read. */
final class TableDraft {

  private final QualifiedName name;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Set<Constraint> constraints = new LinkedHashSet<>();
  private final Set<Index> indexes = new LinkedHashSet<>();
  private final List<FirstRow> rows = new ArrayList<>();
  private @Nullable String comment;
  private boolean created;

  TableDraft(QualifiedName name) {
    this.name = name;
  }

  QualifiedName name() {
    return name;
  }

  /** Notes that a statement creates it. */
  void create() {
    created = true;
  }

  boolean isCreated() {
    return created;
  }

  /** Whether it has nothing but a column for the next number of a sequence. */
  boolean isNumbering() {
    return columns.size() == 1
        && constraints.isEmpty()
        && columns.values().stream()
            .allMatch(
                each -> each.name().equals("next_val") && each.type().name().equals("bigint"));
  }

  void add(Column column) {
    columns.putIfAbsent(column.name(), column);
  }

  void add(Constraint constraint) {
    constraints.add(constraint);
  }

  void add(Index index) {
    indexes.add(index);
  }

  void fill(FirstRow row) {
    rows.add(row);
  }

  void comment(String text) {
    comment = text;
  }

  void comment(String column, String text) {
    columns.computeIfPresent(column, (key, found) -> found.withComment(text));
  }

  @Nullable PrimaryKey primaryKey() {
    for (Constraint constraint : constraints) {
      if (constraint instanceof PrimaryKey key) {
        return key;
      }
    }
    return null;
  }

  /** The table, its primary key first; a column of the primary key is never nullable. */
  Table table() {
    List<Constraint> ordered = new ArrayList<>(constraints);
    @Nullable PrimaryKey key = primaryKey();
    if (key != null) {
      for (String column : key.columns()) {
        columns.computeIfPresent(column, (label, found) -> found.withNullable(false));
      }
      ordered.remove(key);
      ordered.add(0, key);
    }
    return new Table(
        name,
        List.copyOf(columns.values()),
        ordered,
        indexes.stream().map(this::withExpressions).toList(),
        comment,
        List.of(),
        TableForm.PLAIN.withRows(rows));
  }

  /**
   * Hibernate quotes {@code @Index(columnList = "lower(name)")} as if it were a column; what is no
   * column was meant as an expression.
   */
  private Index withExpressions(Index index) {
    return index.withElements(
        index.elements().stream()
            .map(
                element ->
                    element.expression() || columns.containsKey(element.text())
                        ? element
                        : new Index.Element(
                            element.text(),
                            true,
                            element.descending(),
                            element.nulls(),
                            element.operatorClass(),
                            element.collation()))
            .toList());
  }
}
