package dev.autogen.run;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts rows by JDBC batches. */
final class BulkInsert {

  private static final int BATCH = 1000;

  private final WorkSession session;
  private final List<? extends Map<String, ?>> rows;
  private final List<String> columns;
  private final String sql;

  BulkInsert(WorkSession session, QualifiedName table, List<? extends Map<String, ?>> rows) {
    this.session = session;
    this.rows = rows;
    this.columns = List.copyOf(rows.get(0).keySet());
    for (Map<String, ?> row : rows) {
      if (!row.keySet().equals(rows.get(0).keySet())) {
        throw AutogenException.usage(
            "bulkInsert into "
                + table
                + ": each row needs the columns of the first, "
                + columns
                + ", and one has "
                + row.keySet());
      }
    }
    this.sql =
        "insert into "
            + session.quotedAsWritten(table)
            + columns.stream().map(session::quoted).collect(Collectors.joining(", ", " (", ")"))
            + columns.stream().map(each -> "?").collect(Collectors.joining(", ", " values (", ")"));
  }

  String sql() {
    return sql;
  }

  void run() {
    session.settings().listener().statement(sql);
    session.watched(sql, this::insert);
  }

  private void insert() throws SQLException {
    try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
      int waiting = 0;
      for (Map<String, ?> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          set(statement, i + 1, row.get(columns.get(i)));
        }
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }

  private void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof Enum<?> constant) {
      statement.setObject(index, constant.name(), session.rules().textParameter());
    } else if (value instanceof CharSequence text) {
      statement.setObject(index, text.toString(), session.rules().textParameter());
    } else if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else {
      statement.setObject(index, value);
    }
  }
}
