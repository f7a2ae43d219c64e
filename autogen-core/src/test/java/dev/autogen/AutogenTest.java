package dev.autogen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class AutogenTest {

  private static final String PACKAGE = "dev.autogen.run.migrations";

  @Test
  void upgradesAnApplicationsDatabaseAtItsStart() {
    try (TestDatabase database = TestDatabase.create()) {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl(database.url());
      Autogen autogen = Autogen.configure().dataSource(dataSource).migrations(PACKAGE).build();

      assertThat(autogen.pending()).hasSize(2);
      assertThat(autogen.upgrade("head").executed()).hasSize(2);
      assertThat(autogen.current()).containsExactly("dd44ee55ff66");
      assertThat(autogen.history())
          .extracting(RevisionScript::message)
          .containsExactly("make planets", "make moons");
      assertThat(autogen.heads()).hasSize(1);
      assertThat(autogen.status()).allMatch(status -> status.remarks().isEmpty());

      autogen.downgrade("base");
      assertThat(autogen.stamp("head").rows()).containsExactly("dd44ee55ff66");
    }
  }

  @Test
  void findsMigrationsInAJarWithoutDirectoryEntries(@TempDir Path temporary) throws Exception {
    Path jar = temporary.resolve("app.jar");
    Path classes =
        Path.of(AutogenTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String folder = "db/jar/";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream jarOut = new JarOutputStream(out)) {
      jarOut.putNextEntry(new JarEntry("dev/autogen/run/migrations/"));
      copy(classes.resolve(PACKAGE.replace('.', '/')), jarOut);
      jarOut.putNextEntry(new JarEntry(folder));
    }
    ClassLoader platform =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(PACKAGE)) {
              throw new ClassNotFoundException(name);
            }
            return AutogenTest.class.getClassLoader().loadClass(name);
          }
        };
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, platform);
        TestDatabase database = TestDatabase.create()) {
      Autogen autogen =
          Autogen.configure()
              .connections(database::connect)
              .migrations(PACKAGE)
              .classLoader(loader)
              .build();

      assertThat(autogen.upgrade("head").rows()).containsExactly("dd44ee55ff66");
    }
  }

  private static void copy(Path directory, JarOutputStream jar) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        jar.putNextEntry(new JarEntry("dev/autogen/run/migrations/" + file.getFileName()));
        Files.copy(file, jar);
      }
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> Autogen.configure().build())
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("dataSource(...)");
    assertThatThrownBy(
            () -> Autogen.configure().connections(() -> null).migrations("no.such").build())
        .hasMessageContaining("no migration is in the package no.such");
    assertThatThrownBy(
            () -> Autogen.configure().connections(() -> null).migrations(List.of()).build())
        .isInstanceOf(RuntimeException.class);
  }
}
