package dev.autogen.dialect.rows;

import dev.autogen.sql.TextRules;

/** Writes values in the SQL of a database. */
public interface ValueWriter {

  /** How its texts are read and written. */
  TextRules rules();

  /** A text. */
  default String text(String value) {
    return rules().literal(value);
  }

  /** A number, written with digits. */
  default String number(String digits) {
    return digits;
  }

  /** Bytes, of which each is two hexadecimal digits. */
  default String bytes(String digits) {
    return "x'" + digits + "'";
  }

  /** A document in JSON. */
  default String document(String json) {
    return text(json);
  }
}
