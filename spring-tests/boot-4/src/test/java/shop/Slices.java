package shop;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;

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
