package dev.autogen.tenant;

import dev.autogen.run.RunListener;
import dev.autogen.schema.QualifiedName;

/** Receives the events of one schema, and passes them on with its name. */
final class SchemaListener implements RunListener {

  private final String schema;
  private final RunListener listener;

  SchemaListener(String schema, RunListener listener) {
    this.schema = schema;
    this.listener = listener;
  }

  @Override
  public void statement(String sql) {
    synchronized (listener) {
      listener.statement(schema + ": " + sql);
    }
  }

  @Override
  public void waiting(String reason) {
    synchronized (listener) {
      listener.waiting(schema + ": " + reason);
    }
  }

  @Override
  public void rowsChanged(QualifiedName table, long rows) {
    synchronized (listener) {
      listener.rowsChanged(new QualifiedName(schema, table.name()), rows);
    }
  }

  @Override
  public void warning(String message) {
    synchronized (listener) {
      listener.warning(schema + ": " + message);
    }
  }
}
