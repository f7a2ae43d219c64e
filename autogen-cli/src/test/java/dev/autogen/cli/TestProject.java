package dev.autogen.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A project in a directory, whose entities are compiled from source and whose commands are run. */
final class TestProject {

  /** What a command said and how it ended. */
  record Result(int code, String out, String err) {

    String all() {
      return out + err;
    }
  }

  static final String USER =
      """
      package com.acme;
      import jakarta.persistence.*;
      @Entity @Table(name = "users")
      public class User {
        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
        @Column(nullable = false, length = 100, unique = true) String email;
      }
      """;

  static final String USER_WITH_NAME =
      USER.replace("Long id;", "Long id; @Column(nullable = false) String name;");

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  TestProject(Path directory) {
    this.directory = directory;
  }

  /** A project that compares {@code target/classes} with a database. */
  static TestProject at(Path directory, String url) {
    TestProject project = new TestProject(directory);
    project.write(
        "autogen.toml",
        """
        [database]
        url = "%s"
        [model]
        classpath = ["target/classes"]
        """
            .formatted(url));
    return project;
  }

  Path directory() {
    return directory;
  }

  TestProject with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  TestProject write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds lines to a file. */
  TestProject append(String name, String text) {
    try {
      return write(name, Files.readString(directory.resolve(name)) + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles entities into {@code target/classes}. */
  TestProject compile(String... sources) {
    Path classes = directory.resolve("target/classes");
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    for (String source : sources) {
      String name = source.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
      write("entities/" + name + ".java", source);
      arguments.add(directory.resolve("entities/" + name + ".java").toString());
    }
    StringWriter messages = new StringWriter();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("the entities do not compile " + messages);
    }
    return this;
  }

  /** Runs a command in this project. */
  Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("--directory", directory.toString()));
    all.addAll(List.of(arguments));
    int code =
        new CommandLineRun(new PrintWriter(out), new PrintWriter(err), false, environment)
            .execute(all.toArray(String[]::new));
    return new Result(code, out.toString(), err.toString());
  }

  /** The committed migrations, by file name. */
  List<Path> migrations() {
    Path migrations = directory.resolve("src/main/java/db/migrations");
    if (!Files.isDirectory(migrations)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(migrations)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a migration of one's own. */
  TestProject migration(String id, String revises, String upgrade) {
    String parent = revises.isEmpty() ? "" : ", revises = \"" + revises + "\"";
    return write(
        "src/main/java/db/migrations/M_" + id + ".java",
        """
        package db.migrations;
        import dev.autogen.migration.*;
        /** step %1$s */
        @Revision(id = "%1$s"%2$s)
        public final class M_%1$s implements Migration {
          @Override public void upgrade(Operations op) { %3$s }
          @Override public void downgrade(Operations op) {}
        }
        """
            .formatted(id, parent, upgrade));
  }
}
