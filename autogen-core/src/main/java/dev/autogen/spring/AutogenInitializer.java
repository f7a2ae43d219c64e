package dev.autogen.spring;

import dev.autogen.Autogen;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;

/**
 * Upgrades the database when the application starts. Beans that use the database depend on this one
 * ({@code DependsOnDatabaseInitialization}).
 */
public final class AutogenInitializer implements InitializingBean {

  private final AutogenMigrations migrations;
  private final String target;

  /** An initializer that upgrades to a target, such as {@code head}. */
  public AutogenInitializer(AutogenMigrations migrations, String target) {
    this.migrations = migrations;
    this.target = target;
  }

  @Override
  public void afterPropertiesSet() {
    for (Map.Entry<String, Autogen> each : migrations.bySchema().entrySet()) {
      each.getValue().upgrade(target);
    }
  }
}
