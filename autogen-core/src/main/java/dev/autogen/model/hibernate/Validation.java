package dev.autogen.model.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.internal.ClassLoaderAccessImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.dialect.Dialect;

/**
 * Applies Bean Validation's constraints to the columns.
 *
 * <p>Hibernate does so while it builds a session factory ({@code BeanValidationIntegrator}), which
 * needs much that an offline boot does not have. The step itself needs only the metadata, but is
 * not public ({@code TypeSafeActivator}), hence the reflection.
 */
final class Validation {

  private Validation() {}

  static void apply(BootMetadata boot, List<String> notes) {
    if (!isWanted(boot.settings())) {
      notes.add("Bean Validation: its constraints are switched off by the settings.");
      return;
    }
    try {
      Class.forName("jakarta.validation.Validation", false, Validation.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return;
    }
    try (ValidatorSource source = ValidatorSource.open()) {
      applyRelationalConstraints(boot, source.factory());
      notes.add("Bean Validation: constraints that bear on columns are applied.");
    } catch (InvocationTargetException failure) {
      notes.add("Bean Validation: not applied, " + reason(failure.getTargetException()) + ".");
    } catch (Exception | LinkageError failure) {
      notes.add("Bean Validation: not applied, " + reason(failure) + ".");
    }
  }

  private static String reason(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
  }

  private static boolean isWanted(Map<String, Object> settings) {
    String mode =
        String.valueOf(settings.getOrDefault("jakarta.persistence.validation.mode", "auto"))
            .toLowerCase(Locale.ROOT);
    String apply =
        String.valueOf(settings.getOrDefault("hibernate.validator.apply_to_ddl", "true"));
    return !apply.equalsIgnoreCase("false") && (mode.contains("auto") || mode.contains("ddl"));
  }

  private static void applyRelationalConstraints(BootMetadata boot, Object validatorFactory)
      throws ReflectiveOperationException {
    Class<?> activator = Class.forName("org.hibernate.boot.beanvalidation.TypeSafeActivator");
    Method apply =
        activator.getMethod(
            "applyRelationalConstraints",
            Class.forName("jakarta.validation.ValidatorFactory"),
            Collection.class,
            Map.class,
            Dialect.class,
            ClassLoaderAccess.class);
    apply.setAccessible(true);
    ClassLoaderService classes = boot.bootstrap().requireService(ClassLoaderService.class);
    apply.invoke(
        null,
        validatorFactory,
        boot.metadata().getEntityBindings(),
        boot.settings(),
        boot.metadata().getDatabase().getDialect(),
        new ClassLoaderAccessImpl(classes));
  }
}
