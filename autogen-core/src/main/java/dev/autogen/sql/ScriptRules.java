package dev.autogen.sql;

import java.util.List;
import java.util.Set;

/**
 * Where the statements of a script end, other than at a semicolon.
 *
 * @param bodied the objects whose {@code CREATE} may have a body with semicolons, such as {@code
 *     function}, in lower case
 * @param body the words that begin such a body; {@code END} ends it
 * @param delimiter whether a line {@code DELIMITER //} sets the end of statements
 */
public record ScriptRules(Set<String> bodied, List<String> body, boolean delimiter) {

  public ScriptRules {
    bodied = Set.copyOf(bodied);
    body = List.copyOf(body);
  }
}
