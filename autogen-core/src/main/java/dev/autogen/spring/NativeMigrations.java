package dev.autogen.spring;

import dev.autogen.migration.Migration;
import dev.autogen.run.ClassPathMigrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;

/**
 * The list of migrations in a native image, whose class path cannot be searched. It is written when
 * the application is processed ahead of time.
 */
final class NativeMigrations implements BeanFactoryInitializationAotProcessor {

  static final String LIST = "META-INF/autogen/migrations";

  NativeMigrations() {}

  /** The migrations of the list; empty outside of a native image, or where there is no list. */
  static Optional<List<Class<? extends Migration>>> classes(
      String packageName, @Nullable ClassLoader loader) {
    return NativeDetector.inNativeImage() && loader != null
        ? listed(packageName, loader)
        : Optional.empty();
  }

  static Optional<List<Class<? extends Migration>>> listed(String packageName, ClassLoader loader) {
    List<Class<? extends Migration>> classes = new ArrayList<>();
    try (InputStream list = loader.getResourceAsStream(LIST)) {
      if (list == null) {
        return Optional.empty();
      }
      for (String name : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (name.startsWith(packageName + ".")) {
          classes.add(Class.forName(name, false, loader).asSubclass(Migration.class));
        }
      }
      return Optional.of(classes);
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(LIST + " cannot be used: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
      ConfigurableListableBeanFactory factory) {
    String packageName =
        factory
            .getBean(Environment.class)
            .getProperty("autogen.migrations", AutogenProperties.DEFAULT_PACKAGE);
    ClassLoader loader = factory.getBeanClassLoader();
    if (loader == null || factory.getBeanNamesForType(AutogenMigrations.class).length == 0) {
      return null;
    }
    ClassPathMigrations migrations = ClassPathMigrations.inPackage(packageName, loader);
    List<String> names =
        migrations.history().all().stream()
            .map(script -> migrations.migration(script).getClass().getName())
            .sorted()
            .toList();
    return (context, code) -> write(names, context);
  }

  private static void write(List<String> names, GenerationContext context) {
    context.getGeneratedFiles().addResourceFile(LIST, String.join("\n", names) + "\n");
    RuntimeHints hints = context.getRuntimeHints();
    hints.resources().registerPattern(LIST);
    for (String name : names) {
      hints
          .reflection()
          .registerType(TypeReference.of(name), MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
      hints.resources().registerPattern(name.replace('.', '/') + ".java");
    }
  }
}
