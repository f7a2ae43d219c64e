package dev.autogen.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring Boot that {@link AutogenInitializer} makes the schema that others use. */
final class AutogenInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

  /** Behind Flyway and Liquibase, where one of them stays for what it made before. */
  @Override
  public int getOrder() {
    return 10;
  }

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(AutogenInitializer.class);
  }
}
