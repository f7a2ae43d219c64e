package dev.autogen.cli;

import dev.autogen.testing.TestCompiler;
import java.io.File;
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

  private static final List<Path> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

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
    return compile(List.of(), sources);
  }

  /** Compiles classes, with further jars on the class path, into {@code target/classes}. */
  TestProject compile(List<Path> jars, String... sources) {
    List<Path> classpath = new ArrayList<>(CLASS_PATH);
    classpath.addAll(jars);
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      String name = source.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
      write("entities/" + name + ".java", source);
      files.add(directory.resolve("entities/" + name + ".java"));
    }
    TestCompiler.compile(directory.resolve("target/classes"), classpath, files);
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
