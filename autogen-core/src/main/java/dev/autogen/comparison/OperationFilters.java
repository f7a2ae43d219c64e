package dev.autogen.comparison;

import dev.autogen.config.Config;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.operation.OperationFilter;
import dev.autogen.run.source.MigrationClassLoader;
import dev.autogen.schema.AutogenException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Loads the project's filters: first those that its settings name, then those that its class path
 * names as services.
 *
 * <p>They are loaded with the project's classes, but with autogen's own {@code Operation} types,
 * even if the class path contains others.
 */
final class OperationFilters {

  private static final String KEY = "[diff] operation-filter";

  private final ClassLoader loader;
  private final List<OperationFilter> filters = new ArrayList<>();

  private OperationFilters(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * The project's filters.
   *
   * @throws AutogenException if one cannot be loaded
   */
  static List<OperationFilter> of(Config config, ProjectClasspath classpath) {
    OperationFilters found =
        new OperationFilters(
            new MigrationClassLoader(classpath.entries(), OperationFilters.class.getClassLoader()));
    config.diff().operationFilters().forEach(found::named);
    found.services();
    return List.copyOf(found.filters);
  }

  private void named(String name) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      if (!OperationFilter.class.isAssignableFrom(type)) {
        throw AutogenException.usage(
            name + " in " + KEY + " does not implement " + OperationFilter.class.getName() + ".");
      }
      filters.add((OperationFilter) type.getConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      throw AutogenException.usage(
          "The class " + name + " in " + KEY + " is not on the project's class path; compile it.");
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw AutogenException.usage(
          name
              + " in "
              + KEY
              + " needs to be public, with a public constructor that takes nothing.");
    } catch (InvocationTargetException e) {
      throw failed(name, e.getCause());
    } catch (LinkageError e) {
      throw failed(name, e);
    }
  }

  private void services() {
    Iterator<OperationFilter> services =
        ServiceLoader.load(OperationFilter.class, loader).iterator();
    try {
      while (services.hasNext()) {
        OperationFilter filter = services.next();
        if (filters.stream().noneMatch(each -> each.getClass() == filter.getClass())) {
          filters.add(filter);
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw AutogenException.failed(
          "An operation filter of META-INF/services/"
              + OperationFilter.class.getName()
              + " cannot be loaded: "
              + e.getMessage()
              + (cause == e ? "" : ": " + cause),
          e);
    }
  }

  private static AutogenException failed(String name, Throwable cause) {
    return AutogenException.failed(
        "The operation filter " + name + " cannot be made: " + cause, cause);
  }
}
