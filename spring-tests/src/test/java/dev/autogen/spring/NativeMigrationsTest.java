package dev.autogen.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.javapoet.ClassName;

/** What an application of Spring Boot gets when it is processed ahead of time. */
class NativeMigrationsTest {

  @Test
  void theMigrationsAreListedWithHintsForTheirConstructors() throws Exception {
    DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
    factory.setBeanClassLoader(getClass().getClassLoader());
    factory.registerSingleton("environment", (Environment) new StandardEnvironment());
    factory.registerSingleton("migrations", new AutogenMigrations(Map.of()));
    InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    DefaultGenerationContext context =
        new DefaultGenerationContext(new ClassNameGenerator(ClassName.get("shop", "Shop")), files);

    new NativeMigrations().processAheadOfTime(factory).applyTo(context, null);

    String list = files.getGeneratedFileContent(Kind.RESOURCE, NativeMigrations.LIST);
    assertThat(list.lines())
        .containsExactly("db.migrations.M1_create_products", "db.migrations.M2_add_name");
    assertThat(
            context
                .getRuntimeHints()
                .reflection()
                .getTypeHint(TypeReference.of("db.migrations.M2_add_name")))
        .isNotNull();
    assertThat(NativeMigrations.listed("db.migrations", with(list)))
        .hasValueSatisfying(classes -> assertThat(classes).hasSize(2));
    assertThat(NativeMigrations.listed("db.migrations", with(null))).isEqualTo(Optional.empty());
  }

  private static ClassLoader with(String list) {
    return new ClassLoader(NativeMigrationsTest.class.getClassLoader()) {
      @Override
      public InputStream getResourceAsStream(String name) {
        return name.equals(NativeMigrations.LIST) && list != null
            ? new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8))
            : null;
      }
    };
  }
}
