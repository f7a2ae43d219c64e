package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which code of a project {@code check} runs, as docs/security.md says. */
@Tag("attack")
class CodeThatCheckRunsTest {

  @TempDir Path directory;
  @TempDir Path marks;

  private String mark(String name) {
    return "static { try { java.nio.file.Files.writeString(java.nio.file.Path.of(\""
        + marks.resolve(name)
        + "\"), \"\"); } catch (Exception e) { throw new RuntimeException(e); } } ";
  }

  private void service(TestProject project, String type, String implementation) {
    project.write("target/classes/META-INF/services/" + type, implementation + "\n");
  }

  @Test
  void entitiesAndServicesAreRunAndMigrationsAreNot() throws IOException {
    try (TestDatabase database = TestDatabase.create()) {
      TestProject project = TestProject.at(directory, database.url());
      project.compile(
          """
          package com.acme;
          import jakarta.persistence.*;
          @Entity @Table(name = "users") @EntityListeners(Listener.class)
          public class User {
            MARK
            public User() { try { Files.touch("constructor"); } catch (Exception e) { } }
            @Id Long id;
            @Convert(converter = Codes.class) String code;
          }
          """
              .replace("MARK", mark("entity"))
              .replace(
                  "Files.touch(\"constructor\")",
                  "new java.io.File(\"" + marks.resolve("constructor") + "\").createNewFile()"),
          "package com.acme; public class Listener { MARK @jakarta.persistence.PrePersist void on(Object o) {} }"
              .replace("MARK", mark("listener")),
          """
          package com.acme;
          public class Codes implements jakarta.persistence.AttributeConverter<String, Integer> {
            MARK
            public Integer convertToDatabaseColumn(String s) { return 1; }
            public String convertToEntityAttribute(Integer i) { return ""; }
          }
          """
              .replace("MARK", mark("converter")),
          """
          package com.acme;
          public class Types implements org.hibernate.boot.model.TypeContributor {
            MARK
            public void contribute(org.hibernate.boot.model.TypeContributions t, org.hibernate.service.ServiceRegistry r) {}
          }
          """
              .replace("MARK", mark("type-contributor")),
          """
          package com.acme;
          public class Joined implements org.hibernate.integrator.spi.Integrator { MARK }
          """
              .replace("MARK", mark("integrator")),
          """
          package com.acme;
          import dev.autogen.operation.*;
          import java.util.List;
          public class Keep implements OperationFilter {
            MARK
            public List<Operation> filter(Operation proposed) { return List.of(proposed); }
          }
          """
              .replace("MARK", mark("operation-filter")));
      service(project, "org.hibernate.boot.model.TypeContributor", "com.acme.Types");
      service(project, "org.hibernate.integrator.spi.Integrator", "com.acme.Joined");
      service(project, "dev.autogen.operation.OperationFilter", "com.acme.Keep");
      project.migration("aaa1", "", mark("migration").replaceFirst("static ", ""));

      Result check = project.run("check");

      assertThat(check.out()).as(check.err()).contains("users");
      try (Stream<Path> files = Files.list(marks)) {
        List<String> run = files.map(file -> file.getFileName().toString()).sorted().toList();
        assertThat(run)
            .isEqualTo(
                List.of(
                    "converter",
                    "entity",
                    "integrator",
                    "listener",
                    "operation-filter",
                    "type-contributor"));
      }
    }
  }
}
