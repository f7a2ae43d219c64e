package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A test of a part of the application has the migrated database, too. */
@JpaSlice
@ExtendWith(SpringExtension.class)
class SliceTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

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
    assertThat(DATABASE.queryValue("select version from autogen_version")).isEqualTo("aaa2");
  }
}
