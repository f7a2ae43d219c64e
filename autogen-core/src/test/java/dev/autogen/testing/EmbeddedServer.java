package dev.autogen.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A server from the binaries on the class path, or from a jar that the build copied. */
record EmbeddedServer(EmbeddedPostgres server) implements TestServer {

  private static final Path JARS = Path.of("target", "databases");

  static EmbeddedServer start(PostgreSqlVersion version) {
    EmbeddedPostgres.Builder builder = OwnServer.builder();
    SETTINGS.forEach(builder::setServerConfig);
    if (version != PostgreSqlVersion.V18) {
      builder.setPgBinaryResolver(copiedBinaries(version));
    }
    try {
      return new EmbeddedServer(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL " + version.major() + " does not start", e);
    }
  }

  @Override
  public String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  /** The class path can hold one version alone, so the POM copies the others. */
  private static PgBinaryResolver copiedBinaries(PostgreSqlVersion version) {
    Path jar = jars().resolve("postgresql-" + version.major() + ".jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          jar + " is missing; run: mvn -pl autogen-core process-test-resources");
    }
    return (system, hardware) -> archiveIn(jar);
  }

  /** The modules share what the first of them was built with. */
  private static Path jars() {
    return Stream.of(JARS, Path.of("..", "autogen-core").resolve(JARS))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(JARS);
  }

  private static InputStream archiveIn(Path jar) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          return new ByteArrayInputStream(zip.readAllBytes());
        }
      }
    }
    throw new FileNotFoundException("no .txz in " + jar);
  }
}
