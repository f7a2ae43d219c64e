package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of a part of the application has the migrated database, too. */
class SliceTest {

  @Nested
  @Slices.Jpa
  class Jpa {

    static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired Products products;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
      registry.add("spring.datasource.url", DATABASE::url);
    }

    @AfterAll
    static void drop() {
      DATABASE.close();
    }

    @Test
    void hasTheTables() {
      assertThat(products.count()).isZero();
      isMigrated(DATABASE);
    }
  }

  @Nested
  @Slices.Jdbc
  class Jdbc {

    static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired JdbcTemplate template;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
      registry.add("spring.datasource.url", DATABASE::url);
    }

    @AfterAll
    static void drop() {
      DATABASE.close();
    }

    @Test
    void hasTheTables() {
      assertThat(template.queryForList("select * from product")).isEmpty();
      isMigrated(DATABASE);
    }
  }

  @Nested
  @Slices.DataJdbc
  class DataJdbc {

    static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired JdbcAggregateTemplate aggregates;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
      registry.add("spring.datasource.url", DATABASE::url);
    }

    @AfterAll
    static void drop() {
      DATABASE.close();
    }

    @Test
    void hasTheTables() {
      assertThat(aggregates).isNotNull();
      isMigrated(DATABASE);
    }
  }

  @Nested
  @Slices.Jooq
  class Jooq {

    static final TestDatabase DATABASE = TestDatabase.create();

    @Autowired DSLContext jooq;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
      registry.add("spring.datasource.url", DATABASE::url);
    }

    @AfterAll
    static void drop() {
      DATABASE.close();
    }

    @Test
    void hasTheTables() {
      assertThat(jooq.fetchCount(jooq.selectFrom("product"))).isZero();
      isMigrated(DATABASE);
    }
  }

  private static void isMigrated(TestDatabase database) {
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("aaa2");
  }
}
