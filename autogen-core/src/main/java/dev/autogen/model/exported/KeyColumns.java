package dev.autogen.model.exported;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a key in parentheses (PostgreSQL manual, CREATE TABLE).
 *
 * @param withoutOverlaps whether {@code WITHOUT OVERLAPS} follows the last of them
 * @param period whether {@code PERIOD} stands before the last of them
 */
record KeyColumns(List<String> names, boolean withoutOverlaps, boolean period) {

  static KeyColumns read(TokenReader in) {
    List<String> names = new ArrayList<>();
    boolean withoutOverlaps = false;
    boolean period = false;
    in.expectSymbol('(');
    while (!in.atEnd() && !in.peek().isSymbol(')')) {
      period = in.peek().isWord("period") && in.peek(1).isIdentifier();
      if (period) {
        in.next();
      }
      names.add(in.name());
      withoutOverlaps = in.accept("without", "overlaps");
      // Hibernate writes an order behind the columns of some keys.
      in.skipToEndOfElement();
      in.acceptSymbol(',');
    }
    in.expectSymbol(')');
    return new KeyColumns(names, withoutOverlaps, period);
  }
}
