package dev.autogen.model.exported;

import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code CREATE INDEX} from behind its {@code ON} (PostgreSQL manual, CREATE INDEX). */
final class IndexReader {

  private static final Set<String> KEY_OPTIONS = Set.of("asc", "desc", "nulls", "collate");

  private IndexReader() {}

  static Index read(TokenReader in, @Nullable String name, boolean unique) {
    @Nullable String method = in.accept("using") ? in.name() : null;
    List<Element> elements = elements(in);
    List<String> include = List.of();
    boolean nullsNotDistinct = false;
    @Nullable String predicate = null;
    List<String> parameters = List.of();
    @Nullable String tablespace = null;
    while (!in.atEnd()) {
      if (in.accept("using")) {
        // @Index(options = "using gin") stands behind the keys, where PostgreSQL refuses it.
        method = in.name();
      } else if (in.accept("include")) {
        include = in.names();
      } else if (in.accept("nulls", "not", "distinct")) {
        nullsNotDistinct = true;
      } else if (in.accept("with")) {
        parameters = parameters(in);
      } else if (in.accept("tablespace")) {
        tablespace = in.name();
      } else if (in.accept("where")) {
        predicate = in.unwrapped(in.rest());
      } else {
        in.skipElement();
      }
    }
    return new Index(
        name,
        elements,
        unique,
        "btree".equals(method) ? null : method,
        include,
        predicate,
        nullsNotDistinct,
        parameters,
        tablespace);
  }

  /** {@code (fillfactor = 70, deduplicate_items = off)} as the catalog spells it. */
  private static List<String> parameters(TokenReader in) {
    List<String> parameters = new ArrayList<>();
    in.expectSymbol('(');
    while (!in.atEnd() && !in.peek().isSymbol(')')) {
      StringBuilder parameter = new StringBuilder();
      while (!in.atEnd() && !in.peek().isSymbol(',') && !in.peek().isSymbol(')')) {
        parameter.append(in.next().text());
      }
      parameters.add(parameter.toString());
      in.acceptSymbol(',');
    }
    in.expectSymbol(')');
    return parameters;
  }

  private static List<Element> elements(TokenReader in) {
    in.expectSymbol('(');
    List<Element> elements = new ArrayList<>();
    while (!in.atEnd() && !in.peek().isSymbol(')')) {
      elements.add(element(in));
      in.acceptSymbol(',');
    }
    in.expectSymbol(')');
    return elements;
  }

  private static Element element(TokenReader in) {
    boolean expression = true;
    String text;
    if (in.peek().isSymbol('(')) {
      text = in.parenthesised();
    } else if (in.peek().isIdentifier() && endsKey(in.peek(1))) {
      expression = false;
      text = in.name();
    } else {
      text = in.textUntilKeyEnds(KEY_OPTIONS);
    }
    @Nullable String collation = in.accept("collate") ? in.qualifiedName().name() : null;
    @Nullable String operatorClass = null;
    if (in.peek().isIdentifier() && !TokenReader.isWordIn(in.peek(), KEY_OPTIONS)) {
      operatorClass = in.qualifiedName().name();
      if (in.peek().isSymbol('(')) {
        operatorClass += " (" + String.join(", ", parameters(in)) + ")";
      }
    }
    boolean descending = in.accept("desc");
    in.accept("asc");
    @Nullable Nulls nulls = null;
    if (in.accept("nulls")) {
      nulls = Nulls.valueOf(in.next().text().toUpperCase(Locale.ROOT));
      boolean isDefault = (nulls == Nulls.FIRST) == descending;
      nulls = isDefault ? null : nulls;
    }
    in.skipToEndOfElement();
    return new Element(text, expression, descending, nulls, operatorClass, collation);
  }

  /** Whether a key that began with a name is that column: no call, operator or cast follows. */
  private static boolean endsKey(Token following) {
    return following.isIdentifier() || following.isSymbol(',') || following.isSymbol(')');
  }
}
