package dev.autogen.model;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Has Hibernate create the tables of entities the way an application does: with a session factory
 * on a live database. Runs in a class loader with the Hibernate that is to be tried.
 */
public final class HibernateCreator implements Function<Map<String, Object>, Map<String, Object>> {

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> apply(Map<String, Object> request) {
    StandardServiceRegistry registry =
        new StandardServiceRegistryBuilder()
            .applySettings((Map<String, Object>) request.get("settings"))
            .applySetting("hibernate.hbm2ddl.auto", "create-only")
            .applySetting("jakarta.persistence.validation.factory", validatorFactory())
            .applySetting("hibernate.hbm2ddl.halt_on_error", "true")
            .build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      ((List<String>) request.get("classes")).forEach(sources::addAnnotatedClassName);
      try (SessionFactory factory = sources.buildMetadata().buildSessionFactory()) {
        return Map.of();
      }
    } finally {
      StandardServiceRegistryBuilder.destroy(registry);
    }
  }

  /** One that needs no implementation of expression language. */
  private static ValidatorFactory validatorFactory() {
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }
}
