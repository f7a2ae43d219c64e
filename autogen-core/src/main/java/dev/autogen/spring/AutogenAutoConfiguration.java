package dev.autogen.spring;

import dev.autogen.Autogen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Upgrades the database of a Spring Boot application before anything else uses it. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
    },
    beforeName = {
      "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
    })
@ConditionalOnClass({
  DataSource.class,
  SimpleDriverDataSource.class,
  DataSourceBuilder.class,
  DatabaseInitializationDependencyConfigurer.class
})
@ConditionalOnBean(DataSource.class)
@ConditionalOnProperty(prefix = "autogen", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(AutogenProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@ImportRuntimeHints(AutogenHints.class)
public class AutogenAutoConfiguration {

  private static final System.Logger LOG = System.getLogger("dev.autogen");

  /** The data source whose schema autogen keeps. */
  private static DataSource chosen(
      ObjectProvider<DataSource> any, ObjectProvider<DataSource> marked) {
    DataSource own = marked.getIfAvailable();
    DataSource unique = own == null ? any.getIfUnique() : own;
    if (unique == null) {
      throw new IllegalStateException(
          "There are several data sources, and none says that autogen migrates it: annotate the bean"
              + " with @AutogenDataSource (or @Primary), or set autogen.enabled=false.");
    }
    return unique;
  }

  /** Gives {@code ddl-auto} the default {@code none} for the migrated data source. */
  @Bean
  static MigratedSchema autogenMigratedSchema(
      ObjectProvider<DataSource> any, @AutogenDataSource ObjectProvider<DataSource> marked) {
    return new MigratedSchema(chosen(any, marked));
  }

  /** The migrations of the application. */
  @Bean
  @ConditionalOnMissingBean
  AutogenMigrations autogenMigrations(
      AutogenProperties properties,
      ObjectProvider<DataSource> any,
      @AutogenDataSource ObjectProvider<DataSource> marked,
      ObjectProvider<AutogenCustomizer> customizers,
      ResourceLoader resources) {
    DataSource dataSource = migrating(properties, () -> chosen(any, marked));
    List<AutogenCustomizer> all = customizers.orderedStream().toList();
    ClassLoader loader = resources.getClassLoader();
    Map<String, Supplier<Autogen>> schemas = new LinkedHashMap<>();
    for (String schema : properties.schemas().isEmpty() ? List.of("") : properties.schemas()) {
      AutogenSettings settings = new AutogenSettings(properties, all, loader);
      schemas.put(schema, () -> settings.build(dataSource, schema));
    }
    return new AutogenMigrations(schemas);
  }

  /** Upgrades the database, also where beans are made only when they are needed. */
  @Bean
  @Lazy(false)
  @ConditionalOnMissingBean
  AutogenInitializer autogenInitializer(
      AutogenMigrations migrations, AutogenProperties properties, Environment environment) {
    String ddlAuto = environment.getProperty("spring.jpa.hibernate.ddl-auto", "");
    if (List.of("update", "create", "create-drop", "create-only", "drop").contains(ddlAuto)) {
      LOG.log(
          System.Logger.Level.WARNING,
          "spring.jpa.hibernate.ddl-auto="
              + ddlAuto
              + ": Hibernate changes the schema beside autogen, so that the history no longer tells"
              + " what the database has. Remove it, or set it to none or validate.");
    }
    return new AutogenInitializer(migrations, properties.target());
  }

  /** The data source of the role that runs migrations. */
  private static DataSource migrating(
      AutogenProperties properties, Supplier<DataSource> application) {
    @Nullable String url = properties.url();
    @Nullable String user = properties.user();
    if (url == null && user == null) {
      return application.get();
    }
    DataSourceBuilder<SimpleDriverDataSource> builder =
        (url == null
                ? DataSourceBuilder.derivedFrom(application.get())
                : DataSourceBuilder.create())
            .type(SimpleDriverDataSource.class);
    if (url != null) {
      builder.url(url);
    }
    if (user != null) {
      builder.username(user);
    }
    if (properties.password() != null) {
      builder.password(properties.password());
    }
    return builder.build();
  }
}
