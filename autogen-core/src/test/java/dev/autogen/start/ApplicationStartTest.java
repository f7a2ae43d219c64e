package dev.autogen.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.Autogen;
import dev.autogen.start.Application.Ended;
import dev.autogen.testing.DocumentedCode;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/**
 * Applications that upgrade their database when they start, as processes of their own, whose class
 * path is that of production: the library, the JDBC driver and the application.
 */
class ApplicationStartTest {

  private static final int INSTANCES = 10;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private Application application(String name, List<Path> more) {
    List<Path> libraries = new ArrayList<>(more);
    libraries.add(Application.origin(Autogen.class));
    libraries.add(Application.origin(Driver.class));
    Application application =
        new Application(directory.resolve(name), libraries)
            .migration("aaa1", "", "op.execute(\"create table log (n int)\");");
    return application;
  }

  private static Application longer(Application application) {
    String before = "aaa1";
    for (int i = 2; i < 10; i++) {
      String id = "bbb" + i;
      application.migration(id, before, "op.execute(\"insert into log values (" + i + ")\");");
      before = id;
    }
    return application;
  }

  private void assertEachRevisionOnce() {
    assertThat(database.queryValue("select count(*) || ' ' || count(distinct n) from log"))
        .isEqualTo("8 8");
    assertThat(
            database.queryValue(
                "select count(*) || ' ' || count(distinct revision) from autogen_journal"))
        .isEqualTo("9 9");
    assertThat(database.queryValue("select version from autogen_version")).isEqualTo("bbb9");
  }

  /** Nothing but the library and the driver is there, so it needs nothing else. */
  @Test
  void tenInstancesThatStartAtOnceApplyEachRevisionOnce() throws Exception {
    Application application =
        longer(application("plain", List.of()))
            .with(DocumentedCode.java("guide.md", "class Main"))
            .with(
                """
                package com.acme;
                public class Needless {
                  public static void main(String[] arguments) {
                    for (String name : arguments) {
                      try {
                        Class.forName(name);
                        throw new IllegalStateException(name + " is there");
                      } catch (ClassNotFoundException e) {
                        System.out.println("without " + name);
                      }
                    }
                  }
                }
                """);

    List<Ended> ended =
        application.run(INSTANCES, "com.acme.Main", Map.of("JDBC_URL", database.url()));

    assertThat(ended).allMatch(each -> each.code() == 0, "starts");
    assertThat(ended)
        .extracting(Ended::output)
        .allSatisfy(output -> assertThat(output).endsWith("The application starts.\n"))
        .filteredOn(output -> output.contains("Nothing to do: the database is at bbb9."))
        .hasSize(INSTANCES - 1);
    assertEachRevisionOnce();
    assertThat(
            application.run(
                1,
                "com.acme.Needless",
                Map.of(),
                "org.hibernate.Version",
                "jakarta.persistence.Entity",
                "io.github.classgraph.ClassGraph",
                "com.palantir.javapoet.JavaFile",
                "org.jspecify.annotations.Nullable",
                "org.tomlj.Toml"))
        .allMatch(each -> each.code() == 0, "is not there");
  }

  @Test
  void anApplicationOfSpringBootIsUpgradedBeforeItsDataSourceIsUsed() throws Exception {
    Path spring = Path.of("target", "spring-boot").toAbsolutePath();
    Application application =
        longer(application("spring", Application.jars(spring)))
            .with(DocumentedCode.java("spring.md", "@SpringBootApplication"))
            .with(
                """
                package com.acme;
                import org.springframework.jdbc.core.JdbcTemplate;
                import org.springframework.stereotype.Component;
                @Component
                public class Reader {
                  Reader(JdbcTemplate template) {
                    System.out.println("read "
                        + template.queryForObject("select count(*) from log", Integer.class));
                  }
                }
                """);

    List<Ended> ended =
        application.run(
            3, "com.acme.Application", Map.of(), "--spring.datasource.url=" + database.url());

    assertThat(ended).allMatch(each -> each.code() == 0, "starts");
    assertThat(ended).extracting(Ended::output).allMatch(output -> output.contains("read 8"));
    assertEachRevisionOnce();
  }

  @Test
  void anInstanceThatIsOlderThanTheDatabaseSaysSoAndCanBeToldToGoOn() throws Exception {
    String main =
        """
        package com.acme;
        import dev.autogen.Autogen;
        import dev.autogen.run.RunListener;
        public class Older {
          public static void main(String[] arguments) {
            RunListener listener = new RunListener() {
              @Override public void warning(String message) { System.out.println(message); }
            };
            Autogen.configure()
                .connections(() -> java.sql.DriverManager.getConnection(System.getenv("JDBC_URL")))
                .allowNewerDatabase(arguments.length > 0)
                .onProgress(listener)
                .build().upgrade("head");
            System.out.println("The application starts.");
          }
        }
        """;
    Map<String, String> environment = Map.of("JDBC_URL", database.url());
    longer(application("newer", List.of()).with(main)).run(1, "com.acme.Older", environment);
    Application older = application("older", List.of()).with(main);

    Ended refused = older.run(1, "com.acme.Older", environment).get(0);
    Ended told = older.run(1, "com.acme.Older", environment, "go on").get(0);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output())
        .contains("Can't locate revision identified by 'bbb9'", "allowNewerDatabase(true)")
        .doesNotContain("The application starts.");
    assertThat(told.code()).isZero();
    assertThat(told.output())
        .contains("the database is at revision bbb9, which is not known here")
        .contains("nothing was changed", "The application starts.");
    assertEachRevisionOnce();
  }
}
