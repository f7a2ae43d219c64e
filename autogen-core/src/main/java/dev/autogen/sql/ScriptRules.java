package dev.autogen.sql;

import java.util.List;
import java.util.Set;

/**
 * Where statements of a script end, beside at a semicolon.
 *
 * @param bodied what {@code CREATE} makes that may have a body with semicolons of its own, such as
 *     {@code function}, in small letters
 * @param body the words that begin such a body; {@code END} ends it
 * @param delimiter whether a line {@code DELIMITER //} sets what ends a statement
 */
public record ScriptRules(Set<String> bodied, List<String> body, boolean delimiter) {

  public ScriptRules {
    bodied = Set.copyOf(bodied);
    body = List.copyOf(body);
  }
}
