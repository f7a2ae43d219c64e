package dev.autogen.maven;

import dev.autogen.schema.QualifiedName;
import dev.autogen.text.Visible;
import dev.autogen.workspace.ProjectListener;
import org.apache.maven.plugin.logging.Log;

/** Writes what happens in a project to the build's log. */
record LogListener(Log log) implements ProjectListener {

  @Override
  public void progress(String message) {
    log.info(NextGoals.in(message));
  }

  @Override
  public boolean wantsDetails() {
    return log.isDebugEnabled();
  }

  @Override
  public void detail(String message) {
    log.debug(Visible.line(message));
  }

  @Override
  public void statement(String sql) {
    log.debug(sql);
  }

  @Override
  public void waiting(String reason) {
    log.info(NextGoals.in(reason));
  }

  @Override
  public void rowsChanged(QualifiedName table, long rows) {
    log.info(rows + " rows of " + table + " changed");
  }

  @Override
  public void warning(String message) {
    log.warn(NextGoals.in(message));
  }
}
