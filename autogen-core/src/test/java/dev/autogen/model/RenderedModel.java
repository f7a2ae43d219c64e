package dev.autogen.model;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.diff.SchemaScript;
import dev.autogen.operation.Operation;
import dev.autogen.render.java.MigrationSource;
import dev.autogen.testing.PostgreSql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes the migration that creates the tables of the test entities: a process of its own. */
public final class RenderedModel {

  private RenderedModel() {}

  /**
   * Writes it.
   *
   * @param arguments the version of Hibernate, a seed for the order of the class path, a directory
   *     for unpacked libraries, and the file to write
   */
  public static void main(String[] arguments) throws Exception {
    HibernateVersion hibernate = HibernateVersion.valueOf(arguments[0]);
    List<Path> classpath = new ArrayList<>(hibernate.classpath());
    Collections.shuffle(classpath, new Random(Long.parseLong(arguments[1])));
    ModelRequest request =
        ModelRequest.of(classpath, PostgreSql.target(18, 0), Path.of(arguments[2]))
            .withPackages(List.of("dev.autogen.model.entities"));
    List<Operation> operations =
        SchemaScript.create(
            new PostgreSqlDialect().typeRules().canonical(EntityModel.read(request).schema()),
            PostgreSql.TEXT);
    Files.writeString(
        Path.of(arguments[3]), MigrationSource.of(operations), StandardCharsets.UTF_8);
  }
}
