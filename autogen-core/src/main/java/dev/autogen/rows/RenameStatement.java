package dev.autogen.rows;

import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a statement renames, in the forms of all databases: {@code rename to}, {@code rename
 * column … to}, {@code alter column … rename to}, {@code change}, {@code rename table … to}.
 */
final class RenameStatement {

  /** What may stand behind {@code rename} that is no column and no table. */
  private static final Set<String> OTHERS = Set.of("constraint", "index", "key", "partition");

  /**
   * A table or a column that gets another name.
   *
   * @param column the former name of a column, or null where the table is renamed
   */
  record Renamed(QualifiedName table, @Nullable String column, String to) {}

  private final TextRules text;
  private final List<Token> tokens;
  private final List<Renamed> found = new ArrayList<>();
  private int position;

  private RenameStatement(String sql, TextRules text) {
    this.text = text;
    this.tokens = text.tokens(sql);
  }

  static List<Renamed> in(String sql, TextRules text) {
    if (!mayRename(sql)) {
      return List.of();
    }
    RenameStatement statement = new RenameStatement(sql, text);
    statement.read();
    return statement.found;
  }

  private static boolean mayRename(String sql) {
    String start = sql.stripLeading();
    return start.regionMatches(true, 0, "alter", 0, 5)
        || start.regionMatches(true, 0, "rename", 0, 6)
        || start.startsWith("/*")
        || start.startsWith("-");
  }

  private void read() {
    if (takes("rename")) {
      if (takes("table") || takes("tables")) {
        do {
          QualifiedName table = name();
          if (takes("to")) {
            found.add(new Renamed(table, null, name().name()));
          }
        } while (takesSymbol(','));
      }
    } else if (takes("alter")) {
      while (!tokens.get(position).isWord("table") && isWord()) {
        position++;
      }
      if (takes("table")) {
        takesAll("if", "exists");
        takes("only");
        clauses(name());
      }
    }
  }

  private void clauses(QualifiedName first) {
    QualifiedName table = first;
    int depth = 0;
    String altered = null;
    boolean begins = true;
    while (tokens.get(position).kind() != Kind.END) {
      Token token = tokens.get(position++);
      depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
      if (depth > 0) {
        continue;
      }
      if (begins && token.isWord("alter")) {
        takes("column");
        takesAll("if", "exists");
        altered = name().name();
      } else if (begins && token.isWord("change")) {
        takes("column");
        takesAll("if", "exists");
        String column = name().name();
        found.add(new Renamed(table, column, name().name()));
      } else if (token.isWord("rename") && (begins || altered != null)) {
        table = renamed(table, altered);
      }
      begins = token.isSymbol(',');
      altered = begins ? null : altered;
    }
  }

  private QualifiedName renamed(QualifiedName table, @Nullable String altered) {
    Token next = tokens.get(position);
    if (next.kind() == Kind.WORD && OTHERS.contains(next.text().toLowerCase(Locale.ROOT))) {
      return table;
    }
    boolean column = takes("column");
    if (column || !next.isWord("to") && tokens.get(position + 1).isWord("to")) {
      takesAll("if", "exists");
      String from = name().name();
      takes("to");
      found.add(new Renamed(table, from, name().name()));
      return table;
    }
    boolean said = takes("to") || takes("as") || takesSymbol('=');
    if (!said && !next.isIdentifier()) {
      return table;
    }
    String to = name().name();
    found.add(new Renamed(table, altered, to));
    return altered == null ? new QualifiedName(table.schema(), to) : table;
  }

  private boolean isWord() {
    return tokens.get(position).kind() == Kind.WORD;
  }

  private boolean takes(String word) {
    boolean is = tokens.get(position).isWord(word);
    position += is ? 1 : 0;
    return is;
  }

  private boolean takesSymbol(char symbol) {
    boolean is = tokens.get(position).isSymbol(symbol);
    position += is ? 1 : 0;
    return is;
  }

  private void takesAll(String first, String second) {
    if (tokens.get(position).isWord(first)) {
      position += tokens.get(Math.min(position + 1, tokens.size() - 1)).isWord(second) ? 2 : 0;
    }
  }

  /** A name with its schema, if it has one. */
  private QualifiedName name() {
    String schema = null;
    String name = next();
    while (takesSymbol('.')) {
      schema = name;
      name = next();
    }
    return new QualifiedName(schema, name);
  }

  private String next() {
    Token token = tokens.get(position);
    if (!token.isIdentifier()) {
      return "";
    }
    position++;
    return text.name(token);
  }
}
