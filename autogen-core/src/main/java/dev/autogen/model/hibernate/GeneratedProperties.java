package dev.autogen.model.hibernate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.jspecify.annotations.Nullable;

/**
 * Creates the generators of properties, which may change columns: since Hibernate 7 that of
 * {@code @CreationTimestamp} makes its column {@code NOT NULL} ({@code
 * CurrentTimestampGeneration}).
 *
 * <p>Hibernate does so while it builds a session factory ({@code EntityMetamodel}). A generator
 * that needs more of the factory than the metadata has is skipped.
 */
final class GeneratedProperties {

  private final BootMetadata boot;

  private GeneratedProperties(BootMetadata boot) {
    this.boot = boot;
  }

  static void apply(BootMetadata boot) {
    GeneratedProperties properties = new GeneratedProperties(boot);
    RuntimeModelCreationContext context = properties.context();
    for (PersistentClass entity : boot.metadata().getEntityBindings()) {
      for (Property property : entity.getPropertyClosure()) {
        create(property, context);
        if (property.getValue() instanceof Component component) {
          component.getProperties().forEach(part -> create(part, context));
        }
      }
    }
  }

  private static void create(Property property, RuntimeModelCreationContext context) {
    if (property.getValueGeneratorCreator() == null) {
      return;
    }
    try {
      property.createGenerator(context);
    } catch (RuntimeException | LinkageError passedOver) {
      // It needs a session factory, a bean or a live database: nothing that a column depends on.
    }
  }

  /** The part of the context that does not need a session factory. */
  private RuntimeModelCreationContext context() {
    Map<String, Object> bootstrap = Map.of("getServiceRegistry", boot.registry());
    return proxy(
        RuntimeModelCreationContext.class,
        Map.of(
            "getBootstrapContext", proxy(BootstrapContext.class, bootstrap),
            "getBootModel", boot.metadata(),
            "getMetadata", boot.metadata(),
            "getTypeConfiguration", boot.metadata().getDatabase().getTypeConfiguration(),
            "getDialect", boot.metadata().getDatabase().getDialect(),
            "getServiceRegistry", boot.registry(),
            "getSettings", boot.settings()));
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    InvocationHandler handler =
        new InvocationHandler() {
          @Override
          public @Nullable Object invoke(
              Object proxy, Method method, Object @Nullable [] arguments) {
            @Nullable Object answer = answers.get(method.getName());
            if (answer == null) {
              throw new UnsupportedOperationException(method.getName() + " of an offline boot");
            }
            return answer;
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
