package dev.autogen.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Adds the health {@code autogen} to an application of Spring Boot 3 with the actuator. */
@AutoConfiguration(after = AutogenAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.actuate.health.AbstractHealthIndicator")
@ConditionalOnBean(AutogenMigrations.class)
@ConditionalOnProperty(
    prefix = "management.health.autogen",
    name = "enabled",
    matchIfMissing = true)
public class BootThreeHealthAutoConfiguration {

  /** The health indicator. */
  @Bean
  @ConditionalOnMissingBean(name = "autogenHealthIndicator")
  BootThreeHealth autogenHealthIndicator(AutogenMigrations migrations) {
    return new BootThreeHealth(migrations);
  }
}
