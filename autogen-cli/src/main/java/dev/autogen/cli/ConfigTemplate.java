package dev.autogen.cli;

import dev.autogen.config.MigrationFormat;
import dev.autogen.text.Visible;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of a new {@code autogen.toml}. */
final class ConfigTemplate {

  private ConfigTemplate() {}

  /**
   * The text for a project.
   *
   * @param migrations where the migrations shall lie
   * @param format the form of the migrations
   */
  static String text(
      ProjectFacts facts,
      InitTemplate template,
      MigrationsPlace migrations,
      MigrationFormat format) {
    return """
        # Settings of autogen. What is commented out shows the default, or an example.
        # Values may contain ${NAME} and ${NAME:-fallback}, from the environment or .env.

        [database]
        # --url, AUTOGEN_URL, DATABASE_URL and .env come first. Forms that are understood:
        # postgresql://user:${DB_PASSWORD}@localhost:5432/app, jdbc:postgresql://localhost/app,
        # and embedded:postgresql, a PostgreSQL of autogen's own, kept under .autogen/.
        """
        + database(facts, template)
        + """

        [model]
        """
        + classpath(facts, template)
        + """
        # What is scanned for entities; without it, the project's own classes.
        """
        + "# packages = ["
        + facts.packages().stream().map(ConfigTemplate::quoted).collect(Collectors.joining(", "))
        + "]\n"
        + """
        # The unit of META-INF/persistence.xml that lists the entities, where one should.
        # persistence-unit = "main"
        # XML files that map entities, in place of META-INF/orm.xml.
        # mapping-files = ["org/acme/**/*.hbm.xml"]

        # Settings for Hibernate, such as its naming strategies.
        [model.properties]
        # hibernate.physical_naming_strategy = \
        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"

        [migrations]
        """
        + setting("format", format == MigrationFormat.JAVA ? null : format.word(), "java")
        + runnerSettings(format)
        + setting("package", migrations.givenPackage(), "db.migrations")
        + setting("directory", migrations.directory(), "src/main/java/db/migrations")
        + """
        # file-template = "M{year}{month}{day}{hour}{minute}_{rev}_{slug}"
        # slug-length = 40
        # timezone = "UTC"
        # explicit-imports = false
        # locations = ["modules/shop/src/main/java/com/acme/shop/db"]
        # version-table = "autogen_version"
        # version-schema = "public"

        [revision]
        # Write revisions in steps that let readers and writers of the tables go on.
        # safe = true

        [diff]
        # Globs of names that are left alone, or the only ones to compare.
        # ignore = ["legacy_*"]
        # include = ["*"]
        # compare-types = true
        # compare-server-defaults = true
        # compare-comments = true
        # compare-checks = true
        # What the database may have beyond the entities, by kind and name.
        # keep = ["indexes", "wider-types", "tables:qrtz_*"]
        # What JPA cannot say is kept, unless its kind is named here.
        # database-only = []
        # renames = ["users.email=email_address", "table:people=users"]

        [runner]
        # How long to wait for another runner, for a lock, and with a revision that met a lock.
        # lock-wait = "5m"
        # lock-timeout = "5s"
        # retry-for = "1m"
        # transaction-per-migration = true
        # Whether an upgrade refuses to begin where somebody changed what it works on.
        # verify = false

        [shadow]
        # A database for proofs, which autogen may wipe, in place of one of its own.
        # url = "postgresql://localhost:5432/shadow"

        # Commands that run once a migration is written.
        # [[hooks]]
        # name = "format"
        # command = "google-java-format --replace {file}"

        # Another database, for 'autogen -n production': any key may stand there.
        # [name.production]
        # database.url = "postgresql://app:${DB_PASSWORD:-}@db.internal:5432/app"
        """;
  }

  private static String runnerSettings(MigrationFormat format) {
    return format == MigrationFormat.LIQUIBASE
        ? """
        # The first changelog, and what its changesets depend on; the application's settings count.
        # changelog = "db/changelog/db.changelog-master.yaml"
        # contexts = "prod"
        # labels = "v1 or v2"
        # The author of new changesets.
        # author = "ann"
        """
        : """
        # With "flyway", whether each file gets one that undoes it.
        # undo = false
        """;
  }

  private static String setting(String key, @Nullable String value, String usual) {
    return (value == null ? "# " : "") + key + " = " + quoted(value == null ? usual : value) + "\n";
  }

  private static String database(ProjectFacts facts, InitTemplate template) {
    if (template == InitTemplate.SPRING_BOOT && facts.database().isEmpty()) {
      return "# spring.datasource.url is read, once application.properties or .yml has it.\n"
          + "# url = \"embedded:postgresql\"\n";
    }
    return facts.database().isEmpty()
        ? "url = \"embedded:postgresql\"\n"
        : "# Found in "
            + Visible.line(facts.database())
            + "; a url here comes before that.\n# url = \"…\"\n";
  }

  private static String classpath(ProjectFacts facts, InitTemplate template) {
    boolean asksMaven = template != InitTemplate.PLAIN && !facts.build().equals("Gradle");
    if (facts.build().equals("Maven") || asksMaven) {
      return "# The class path comes from pom.xml, unless it is named here.\n"
          + "# classpath = [\"target/classes\", \"lib/*.jar\"]\n";
    } else if (facts.build().equals("Gradle")) {
      return "# The entities' classes and what they need: folders, jars and globs.\n"
          + "classpath = [\"build/classes/java/main\", \"build/resources/main\"]\n";
    }
    return "# The entities' classes and what they need: folders, jars and globs.\n"
        + "# classpath = [\"target/classes\", \"lib/*.jar\"]\n";
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        default -> quoted.append(c < ' ' || c == 0x7f ? "\\u%04x".formatted((int) c) : c);
      }
    }
    return quoted.append('"').toString();
  }
}
