package dev.autogen.model.hibernate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.dialect.Dialect;

/**
 * Makes the settings of an offline boot: settings that affect the mapping stay, settings that need
 * a connection, a cache, a transaction manager or beans of a container are removed.
 */
final class Settings {

  private static final String DIALECT = "hibernate.dialect";

  private static final List<String> RUNTIME_PREFIXES =
      List.of(
          "hibernate.agroal.",
          "hibernate.boot.allow_jdbc_metadata_access",
          "hibernate.bytecode.",
          "hibernate.c3p0.",
          "hibernate.cache.",
          "hibernate.cdi.",
          "hibernate.connection.",
          "hibernate.current_session_context_class",
          "hibernate.dbcp.",
          "hibernate.ejb.",
          "hibernate.enhancer.",
          "hibernate.event.",
          "hibernate.format_sql",
          "hibernate.generate_statistics",
          "hibernate.hbm2ddl.auto",
          "hibernate.hbm2ddl.import",
          "hibernate.hbm2ddl.schema_filter_provider",
          "hibernate.hikari.",
          "hibernate.highlight_sql",
          "hibernate.integrator_provider",
          "hibernate.javax.cache.",
          "hibernate.jdbc.batch",
          "hibernate.jmx.",
          "hibernate.jndi.",
          "hibernate.jpa_callbacks.",
          "hibernate.multi",
          "hibernate.oracleucp.",
          "hibernate.proxool.",
          "hibernate.query.",
          "hibernate.resource.beans.",
          "hibernate.schema_management_tool",
          "hibernate.search.",
          "hibernate.session",
          "hibernate.show_sql",
          "hibernate.statement_inspector",
          "hibernate.statistics",
          "hibernate.stats.",
          "hibernate.temp.use_jdbc_metadata_defaults",
          "hibernate.tenant",
          "hibernate.transaction.",
          "hibernate.use_sql_comments",
          "hibernate.vibur.",
          "jakarta.persistence.bean.manager",
          "jakarta.persistence.create-database-schemas",
          "jakarta.persistence.database-",
          "jakarta.persistence.jdbc.",
          "jakarta.persistence.jtaDataSource",
          "jakarta.persistence.nonJtaDataSource",
          "jakarta.persistence.provider",
          "jakarta.persistence.schema-generation.",
          "jakarta.persistence.sharedCache.",
          "jakarta.persistence.sql-load-script-source",
          "jakarta.persistence.transactionType",
          "jakarta.persistence.validation.factory",
          "javax.persistence.");

  private static final Set<String> RELEVANT_ROOTS =
      Set.of("hibernate.", "jakarta.persistence.", "javax.persistence.", "org.hibernate.");

  private Settings() {}

  /** The settings for the boot. */
  static Map<String, Object> of(
      Map<String, Object> request, ClassLoader loader, List<String> notes) {
    Map<String, Object> settings = new TreeMap<>();
    Map<?, ?> given = (Map<?, ?>) Objects.requireNonNull(request.get("settings"));
    Map<?, ?> target = (Map<?, ?>) Objects.requireNonNull(request.get("target"));
    String product = String.valueOf(target.get("jakarta.persistence.database-product-name"));
    given.forEach((key, value) -> keep(settings, key.toString(), value, product, loader, notes));
    target.forEach((key, value) -> settings.put(key.toString(), value));
    settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
    settings.put("hibernate.cache.use_second_level_cache", "false");
    settings.put("hibernate.cache.use_query_cache", "false");
    settings.put("hibernate.resource.beans.container", new OfflineBeans());
    // Without this, Hibernate and Envers make user types, generators and listeners themselves.
    settings.put("hibernate.cdi.extensions", "true");
    return settings;
  }

  /**
   * Replaces settings that Hibernate read by itself from a {@code hibernate.properties} on the
   * class path.
   */
  static void replaceStray(
      Map<String, Object> read, Map<String, Object> settings, List<String> notes) {
    Properties system = System.getProperties();
    Set<String> dropped = new TreeSet<>();
    for (String key : List.copyOf(read.keySet())) {
      boolean relevant = RELEVANT_ROOTS.stream().anyMatch(key::startsWith);
      if (relevant && (isRuntime(key) || key.equals(DIALECT))) {
        read.remove(key);
        if (!system.containsKey(key) && !settings.containsKey(key)) {
          dropped.add(key);
        }
      }
    }
    if (!dropped.isEmpty()) {
      notes.add(
          "hibernate.properties: not used for the model: " + String.join(", ", dropped) + ".");
    }
    read.putAll(settings);
  }

  private static void keep(
      Map<String, Object> settings,
      String key,
      Object value,
      String product,
      ClassLoader loader,
      List<String> notes) {
    if (key.equals(DIALECT) && !isUsable(value.toString(), product, loader)) {
      notes.add(
          "hibernate.dialect="
              + value
              + " is not used: it is for another database than the target.");
    } else if (!isRuntime(key)) {
      settings.put(key, value);
    }
  }

  private static boolean isRuntime(String key) {
    return RUNTIME_PREFIXES.stream().anyMatch(key::startsWith);
  }

  /** Whether a dialect is one for the target that can be told its version. */
  private static boolean isUsable(String dialect, String product, ClassLoader loader) {
    try {
      Class<?> type = loader.loadClass(dialect);
      Class<?> usual = usual(product, loader);
      return usual.isAssignableFrom(type)
          && Dialect.class.isAssignableFrom(type)
          && !isCompatibleProduct(type, usual);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Hibernate's own dialect of a product, or that of its community. */
  private static Class<?> usual(String product, ClassLoader loader) throws ClassNotFoundException {
    try {
      return loader.loadClass("org.hibernate.dialect." + product + "Dialect");
    } catch (ClassNotFoundException e) {
      return loader.loadClass("org.hibernate.community.dialect." + product + "Dialect");
    }
  }

  /** CockroachDB and the like extend the dialect of another database. */
  private static boolean isCompatibleProduct(Class<?> type, Class<?> usual) {
    return type.getName().startsWith("org.hibernate.") && type != usual;
  }
}
