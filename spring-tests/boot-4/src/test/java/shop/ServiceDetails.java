package shop;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Connection details as Testcontainers and Docker Compose give them, in place of the properties.
 * Their interface is in another package in each version of Spring Boot.
 */
class ServiceDetails {

  @Bean
  JdbcConnectionDetails details(Environment environment) {
    return new JdbcConnectionDetails() {

      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "";
      }

      @Override
      public String getJdbcUrl() {
        return environment.getRequiredProperty("other.url").replaceFirst("[?]user=.*", "");
      }
    };
  }
}
