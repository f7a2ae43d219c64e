package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.spring.AutogenDataSource;
import dev.autogen.spring.AutogenEndpoint;
import dev.autogen.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Applications of Spring Boot with autogen on their class path, on a real database. */
@ExtendWith(OutputCaptureExtension.class)
class AutoConfigurationTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase other = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
    other.close();
  }

  private ConfigurableApplicationContext start(Class<?> more, String... properties) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "spring.datasource.url=" + database.url().replaceFirst("[?]user=.*", ""),
                "spring.datasource.username=postgres",
                "other.url=" + other.url(),
                "spring.datasource.hikari.maximum-pool-size=3",
                "management.endpoints.access.default=unrestricted",
                "management.endpoints.web.exposure.include=*",
                "management.endpoints.jmx.exposure.include=*",
                "spring.jmx.enabled=true",
                "spring.flyway.enabled=false"));
    all.addAll(List.of(properties));
    return new SpringApplicationBuilder(Shop.class, more)
        .web(WebApplicationType.NONE)
        .properties(all.toArray(String[]::new))
        .run();
  }

  private ConfigurableApplicationContext start(String... properties) {
    return start(Shop.class, properties);
  }

  private static String version(TestDatabase database) {
    return database.queryValue("select string_agg(version, ',') from autogen_version");
  }

  private static boolean has(TestDatabase database, String table) {
    return !database.query("select 1 from pg_class where relname = '" + table + "'").isEmpty();
  }

  @Test
  void theDatabaseIsUpgradedBeforeJpaUsesIt(CapturedOutput output) {
    try (ConfigurableApplicationContext context = start("spring.jpa.hibernate.ddl-auto=validate")) {
      Products products = context.getBean(Products.class);
      assertThat(products.count()).isZero();
    }
    assertThat(version(database)).isEqualTo("aaa2");
    assertThat(output)
        .contains("upgrade of aaa1, M1 create products", "upgrade of aaa2, M2 add name")
        .doesNotContain("changes the schema beside autogen");
  }

  /** Spring Boot's default for an embedded database is create-drop, for others none. */
  @Test
  void theDefaultOfDdlAutoIsNone() {
    try (ConfigurableApplicationContext context = start("autogen.target=aaa1")) {
      assertThat(context.getBeansOfType(AutogenEndpoint.class)).hasSize(1);
    }
    assertThat(version(database)).isEqualTo("aaa1");
    assertThat(
            database.query(
                "select 1 from pg_attribute where attname = 'name' and attrelid ="
                    + " 'product'::regclass"))
        .isEmpty();
  }

  @Test
  void aDdlAutoThatChangesTheSchemaIsWarnedOf(CapturedOutput output) {
    start("spring.jpa.hibernate.ddl-auto=update").close();
    assertThat(output)
        .contains("spring.jpa.hibernate.ddl-auto=update: Hibernate changes the schema beside");
  }

  @Test
  void beansAreLazyAndTheDatabaseIsUpgradedAllTheSame() {
    start("spring.main.lazy-initialization=true").close();
    assertThat(version(database)).isEqualTo("aaa2");
  }

  @Test
  void itCanBeSwitchedOff() {
    start("autogen.enabled=false").close();
    assertThat(has(database, "autogen_version")).isFalse();
  }

  @Test
  void anotherRoleRunsTheMigrations() {
    String role = "migrator_" + database.name();
    database.execute(
        "create role " + role + " login password 'secret'",
        "grant create, usage on schema public to " + role);
    try {
      start("autogen.user=" + role, "autogen.password=secret").close();
      assertThat(
              database.queryValue("select tableowner from pg_tables where tablename = 'product'"))
          .isEqualTo(role);
    } finally {
      database.execute("drop owned by " + role, "drop role " + role);
    }
  }

  @Test
  void schemasHaveAHistoryEach() {
    database.execute("create schema one", "create schema two");
    try (ConfigurableApplicationContext context = start("autogen.schemas=one,two")) {
      assertThat(context.getBean(AutogenEndpoint.class).revisions().toString())
          .contains("one={current=[aaa2], pending=[]", "two={current=[aaa2], pending=[]");
    }
    assertThat(database.queryValue("select count(*) from pg_tables where tablename = 'product'"))
        .isEqualTo("2");
  }

  /** Flyway notes whether autogen was there before it. */
  @Test
  void flywayRunsFirstWhereBothStay() {
    start(
            "spring.flyway.enabled=true",
            "spring.flyway.locations=classpath:db/flyway",
            "autogen.baseline-at=aaa1")
        .close();
    assertThat(version(database)).isEqualTo("aaa2");
    assertThat(database.queryValue("select autogen_was_there from seen")).isEqualTo("f");
  }

  @Test
  void aDatabaseWithTablesIsNotedAtTheBaselineAndUpgradedFromThere() {
    database.execute("create table product (id bigint primary key)");
    assertThatThrownBy(this::start).hasStackTraceContaining("stamp");
    start("autogen.baseline-at=aaa1").close();
    assertThat(version(database)).isEqualTo("aaa2");
  }

  @Configuration
  static class TwoDataSources {
    @Bean
    DataSource first(Environment environment) {
      return DataSourceBuilder.create()
          .url(environment.getProperty("spring.datasource.url"))
          .username("postgres")
          .build();
    }

    @Bean
    DataSource second(Environment environment) {
      return DataSourceBuilder.create().url(environment.getProperty("other.url")).build();
    }

    @Bean
    JdbcTemplate template(DataSource first) {
      return new JdbcTemplate(first);
    }
  }

  @Configuration
  static class MarkedDataSource {
    @Bean
    @Primary
    DataSource first(Environment environment) {
      return DataSourceBuilder.create()
          .url(environment.getProperty("spring.datasource.url"))
          .username("postgres")
          .build();
    }

    @Bean
    @AutogenDataSource
    DataSource second(Environment environment) {
      return DataSourceBuilder.create().url(environment.getProperty("other.url")).build();
    }
  }

  @Test
  void ofSeveralDataSourcesTheMarkedOneIsMigrated() {
    start(MarkedDataSource.class).close();
    assertThat(version(other)).isEqualTo("aaa2");
    assertThat(has(database, "autogen_version")).isFalse();
  }

  @Test
  void theDatabaseOfConnectionDetailsIsMigrated() {
    start(ServiceDetails.class).close();
    assertThat(version(other)).isEqualTo("aaa2");
    assertThat(has(database, "autogen_version")).isFalse();
  }

  @Test
  void severalDataSourcesWithoutAMarkAreRefused() {
    assertThatThrownBy(() -> start(TwoDataSources.class))
        .hasStackTraceContaining("annotate the bean with @AutogenDataSource");
    assertThat(has(database, "autogen_version")).isFalse();
  }

  @Test
  void theHealthIsDownWhileRevisionsArePending() {
    try (ConfigurableApplicationContext context = start("autogen.target=aaa1")) {
      assertThat(Health.of(context)).contains("DOWN").contains("pending=[aaa2]");
    }
    try (ConfigurableApplicationContext context = start()) {
      assertThat(Health.of(context)).contains("UP").contains("current=[aaa2]");
      assertThat(context.getBean(AutogenEndpoint.class).revisions().toString())
          .contains("message=M2 add name, state=applied", "appliedAt=");
    }
  }
}
