package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import java.sql.SQLException;

/** Exceptions in words for the person who ran the command. */
final class Failure {

  private Failure() {}

  static String message(Exception e) {
    if (e instanceof AutogenException) {
      return e.getMessage();
    }
    if (e instanceof SQLException sql) {
      return "The database refused: " + sql.getMessage() + " (SQLSTATE " + sql.getSQLState() + ")";
    }
    String message = e.getMessage();
    return "Unexpected failure: "
        + e.getClass().getSimpleName()
        + (message == null ? "" : ": " + message);
  }
}
