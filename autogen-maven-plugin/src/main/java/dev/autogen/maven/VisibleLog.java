package dev.autogen.maven;

import dev.autogen.text.Visible;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.maven.plugin.logging.Log;

/**
 * Wraps the build's log and makes text of others {@link Visible}. An information is one line; a
 * warning or a failure may have several.
 */
record VisibleLog(Log log) implements Log {

  private static String visible(CharSequence content) {
    return Visible.lines(String.valueOf(content));
  }

  private static String visible(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return Visible.lines(trace.toString().stripTrailing());
  }

  private static String visible(CharSequence content, Throwable failure) {
    return visible(content) + "\n" + visible(failure);
  }

  @Override
  public boolean isDebugEnabled() {
    return log.isDebugEnabled();
  }

  @Override
  public void debug(CharSequence content) {
    log.debug(visible(content));
  }

  @Override
  public void debug(CharSequence content, Throwable failure) {
    log.debug(visible(content, failure));
  }

  @Override
  public void debug(Throwable failure) {
    log.debug(visible(failure));
  }

  @Override
  public boolean isInfoEnabled() {
    return log.isInfoEnabled();
  }

  @Override
  public void info(CharSequence content) {
    log.info(Visible.line(String.valueOf(content)));
  }

  @Override
  public void info(CharSequence content, Throwable failure) {
    log.info(visible(content, failure));
  }

  @Override
  public void info(Throwable failure) {
    log.info(visible(failure));
  }

  @Override
  public boolean isWarnEnabled() {
    return log.isWarnEnabled();
  }

  @Override
  public void warn(CharSequence content) {
    log.warn(visible(content));
  }

  @Override
  public void warn(CharSequence content, Throwable failure) {
    log.warn(visible(content, failure));
  }

  @Override
  public void warn(Throwable failure) {
    log.warn(visible(failure));
  }

  @Override
  public boolean isErrorEnabled() {
    return log.isErrorEnabled();
  }

  @Override
  public void error(CharSequence content) {
    log.error(visible(content));
  }

  @Override
  public void error(CharSequence content, Throwable failure) {
    log.error(visible(content, failure));
  }

  @Override
  public void error(Throwable failure) {
    log.error(visible(failure));
  }
}
