package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableSource;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table anew, with its rows, for a change that no statement of SQLite makes (manual,
 * lang_altertable, 7). Foreign keys must be off: with them, dropping the old table would delete the
 * rows that refer to it.
 */
final class Rebuild {

  private static final String PREFIX = "autogen new ";

  private final Table old;
  private final Table wanted;
  private final Map<String, String> conversions;
  private final TableText text;
  private final @Nullable TableSource source;
  private final SplicedTable spliced;
  private final List<SqlStatement> statements = new ArrayList<>();

  /**
   * A change of one table.
   *
   * @param old the table as it is
   * @param wanted the table as it shall be
   * @param references all tables by name
   * @param conversions the SQL expressions of the values of columns that get others
   * @param renamed the new names of constraints, by the old ones
   */
  Rebuild(
      Table old,
      Table wanted,
      Map<String, Table> references,
      Map<String, String> conversions,
      Map<String, String> renamed) {
    this.old = old;
    this.wanted = wanted;
    this.conversions = conversions;
    this.source = RenamedSource.of(old, references.values());
    String sql = source == null ? Definitions.create(old.withIndexes(List.of())) : source.table();
    this.text = TableText.of(sql);
    this.spliced = new SplicedTable(text, wanted, references, renamed);
  }

  /** The statements, in order. */
  List<SqlStatement> statements() {
    String now = SqliteText.RULES.names().quoted(text.name());
    String made = SqliteText.RULES.names().quoted(PREFIX + text.name());
    add("create table " + made + " (" + unqualified(spliced.body()) + ")" + text.tail());
    copy(made, now);
    if (spliced.isCounted()) {
      String oldName = SqliteText.literal(text.name());
      String newName = SqliteText.literal(PREFIX + text.name());
      add("delete from sqlite_sequence where name = " + newName);
      add(
          "insert into sqlite_sequence (name, seq) select "
              + newName
              + ", seq from sqlite_sequence where name = "
              + oldName);
    }
    add("drop table " + now);
    // Without this, the rename fails where a view or a trigger names the table.
    add("pragma legacy_alter_table = on");
    add("alter table " + made + " rename to " + now);
    add("pragma legacy_alter_table = off");
    indexes();
    if (source != null) {
      source.triggers().values().forEach(this::add);
    }
    return statements;
  }

  private void add(String sql) {
    statements.add(SqlStatement.of(sql));
  }

  private void copy(String made, String now) {
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    rowid()
        .ifPresent(
            name -> {
              columns.add(name);
              values.add(name);
            });
    for (Column column : wanted.columns()) {
      Optional<Column> before = old.column(column.name());
      if (column.generated() == null && before.isPresent()) {
        String name = SqliteText.quote(column.name());
        columns.add(name);
        values.add(conversions.getOrDefault(column.name(), name));
      }
    }
    if (!columns.isEmpty()) {
      add(
          "insert into "
              + made
              + " ("
              + String.join(", ", columns)
              + ") select "
              + String.join(", ", values)
              + " from "
              + now);
    }
  }

  /** A name for the number of a row, where no column is one. */
  private Optional<String> rowid() {
    if (wanted.form().parameters().contains("without rowid")
        || text.options().contains("without rowid")
        || isNumbered(old)
        || CanonicalTable.rowid(wanted).isPresent()) {
      return Optional.empty();
    }
    return List.of("rowid", "_rowid_", "oid").stream()
        .filter(name -> old.column(name).isEmpty() && wanted.column(name).isEmpty())
        .findFirst();
  }

  private boolean isNumbered(Table table) {
    return CanonicalTable.rowid(table).isPresent() && !text.isDescendingKey();
  }

  /** In the new table, the name of the old one before a column means nothing: {@code t.a > 0}. */
  private String unqualified(String sql) {
    List<Token> tokens = SqliteText.RULES.tokens(sql);
    StringBuilder result = new StringBuilder();
    int position = 0;
    String name = SqliteText.named(text.name());
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (SqliteText.RULES.words().isName(tokens.get(i), name) && tokens.get(i + 1).isSymbol('.')) {
        result.append(sql, position, tokens.get(i).start());
        position = tokens.get(i + 2).start();
      }
    }
    return result.append(sql.substring(position)).toString();
  }

  private void indexes() {
    Map<String, String> texts = source == null ? Map.of() : source.indexes();
    Map<String, Index> open = new LinkedHashMap<>();
    wanted.indexes().forEach(each -> open.put(SqliteText.named(String.valueOf(each.name())), each));
    texts.forEach(
        (name, sql) -> {
          if (open.remove(name) != null) {
            add(sql);
          }
        });
    open.values().forEach(index -> add(Definitions.create(wanted.name(), index)));
  }

  /** A message of SQLite with the name of the table as people know it. */
  static String readable(String message) {
    return message.replace(PREFIX, "");
  }

  /**
   * Whether a statement of a rebuild goes on from an earlier one of it: it writes the table that is
   * made, or drops the one that is replaced.
   */
  static boolean belongTogether(String earlier, String later) {
    for (Token token : SqliteText.RULES.tokens(earlier)) {
      if (token.kind() == Token.Kind.QUOTED && token.text().startsWith(PREFIX)) {
        String replaced = token.text().substring(PREFIX.length());
        return later.contains(SqliteText.RULES.names().quoted(token.text()))
            || later.equals("drop table " + SqliteText.RULES.names().quoted(replaced));
      }
    }
    return false;
  }
}
