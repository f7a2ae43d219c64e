package dev.autogen.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database; a {@code DataSource}'s {@code getConnection} is one. */
@FunctionalInterface
public interface ConnectionSource {

  /** A connection that the caller closes. */
  Connection open() throws SQLException;
}
