package shop;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.autoconfigure.jooq.JooqTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;

/** The slices of tests, which are in another package in each version of Spring Boot. */
final class Slices {

  private Slices() {}

  @DataJpaTest
  @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Jpa {}

  @JdbcTest
  @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Jdbc {}

  @DataJdbcTest
  @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface DataJdbc {}

  @JooqTest
  @Retention(RetentionPolicy.RUNTIME)
  @interface Jooq {}
}
