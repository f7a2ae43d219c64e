package dev.autogen.dialect.sqlite;

import dev.autogen.schema.Index;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code CREATE INDEX} (manual, lang_createindex). */
final class IndexText {

  private IndexText() {}

  /**
   * The index that a statement creates.
   *
   * @param columns the columns of its table; what is none of them is an expression
   */
  static Index of(String sql, String name, Set<String> columns) {
    TokenCursor in = new TokenCursor(sql);
    in.accept("create");
    boolean unique = in.accept("unique");
    while (!in.atEnd() && !in.peek().isSymbol('(')) {
      in.next();
    }
    List<Index.Element> elements = new ArrayList<>();
    for (String text : in.elements()) {
      elements.add(element(text, columns));
    }
    @Nullable String predicate = in.accept("where") ? in.rest().strip() : null;
    return new Index(name, elements, unique, null, List.of(), predicate, false);
  }

  private static Index.Element element(String text, Set<String> columns) {
    List<Token> tokens = new ArrayList<>(SqliteText.RULES.tokens(text));
    tokens.remove(tokens.size() - 1);
    boolean descending = false;
    @Nullable String collation = null;
    int size = tokens.size();
    if (size > 1 && (tokens.get(size - 1).isWord("desc") || tokens.get(size - 1).isWord("asc"))) {
      descending = tokens.get(size - 1).isWord("desc");
      size--;
    }
    if (size > 2 && tokens.get(size - 2).isWord("collate")) {
      collation = SqliteText.RULES.name(tokens.get(size - 1));
      size -= 2;
    }
    String key = text.substring(0, tokens.get(size - 1).end()).strip();
    String column = size == 1 ? new TokenCursor(key).name() : "";
    boolean isColumn = columns.contains(column);
    return new Index.Element(
        isColumn ? column : SqliteText.RULES.words().unwrapped(key),
        !isColumn,
        descending,
        null,
        null,
        collation);
  }

  /** The statement that creates an index. */
  static String create(String table, Index index) {
    StringBuilder sql =
        new StringBuilder(index.unique() ? "create unique index " : "create index ");
    sql.append(SqliteText.quote(String.valueOf(index.name()))).append(" on ").append(table);
    String separator = " (";
    for (Index.Element element : index.elements()) {
      sql.append(separator);
      sql.append(element.expression() ? element.text() : SqliteText.quote(element.text()));
      if (element.collation() != null) {
        sql.append(" collate ").append(SqliteText.quote(element.collation()));
      }
      sql.append(element.descending() ? " desc" : "");
      separator = ", ";
    }
    sql.append(")");
    if (index.predicate() != null) {
      sql.append(" where ").append(index.predicate());
    }
    return sql.toString();
  }
}
