package dev.autogen.model;

import dev.autogen.text.QuietOutput;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs code of the project's class loader without output on the console.
 *
 * <p>Hibernate logs through the project's own logging, and the project's classes may print; neither
 * may appear between the lines of a report that a program reads.
 */
final class ProjectCall {

  private static final String PROVIDER = "org.jboss.logging.provider";

  private ProjectCall() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> call(
      ProjectClassLoader loader, String function, Map<String, Object> request)
      throws ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader contextLoader = thread.getContextClassLoader();
    @Nullable String provider = System.getProperty(PROVIDER);
    Silence silence = new Silence();
    try (QuietOutput quiet = new QuietOutput()) {
      thread.setContextClassLoader(loader);
      System.setProperty(PROVIDER, "jdk");
      Object instance = loader.loadClass(function).getDeclaredConstructor().newInstance();
      return ((Function<Map<String, Object>, Map<String, Object>>) instance).apply(request);
    } finally {
      silence.end();
      if (provider == null) {
        System.clearProperty(PROVIDER);
      } else {
        System.setProperty(PROVIDER, provider);
      }
      thread.setContextClassLoader(contextLoader);
    }
  }

  /** Keeps the records of Hibernate's loggers from the handlers of the process. */
  private static final class Silence extends Handler {

    private final Logger logger = Logger.getLogger("org.hibernate");
    private final boolean usedParent = logger.getUseParentHandlers();
    private final @Nullable Level level = logger.getLevel();

    Silence() {
      logger.setUseParentHandlers(false);
      logger.setLevel(Level.SEVERE);
      logger.addHandler(this);
    }

    void end() {
      logger.removeHandler(this);
      logger.setLevel(level);
      logger.setUseParentHandlers(usedParent);
    }

    @Override
    public void publish(LogRecord record) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
