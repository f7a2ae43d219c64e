package dev.autogen.cli;

import dev.autogen.testing.TestCompiler;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An application with two migrations in {@code com.acme.db}, the second of which needs a class of a
 * library, in the forms in which applications are delivered.
 */
final class DeliveredApplication {

  private static final String CUSTOMERS =
      """
      package com.acme.db;
      import static dev.autogen.migration.Definitions.*;
      import dev.autogen.migration.*;
      @Revision(id = "aa01")
      public final class M202601010000_aa01_customers implements Migration {
        @Override public void upgrade(Operations op) {
          op.createTable("customers", column("name", text()));
          op.execute("comment on table customers is '" + op.argument("owner", "nobody") + "'");
        }
        @Override public void downgrade(Operations op) { op.dropTable("customers"); }
      }
      """;

  private static final String FIRST_CUSTOMER =
      """
      package com.acme.db;
      import dev.autogen.migration.*;
      @Revision(id = "aa02", revises = "aa01")
      public final class M202601020000_aa02_first_customer implements Migration {
        static { System.setProperty("delivered.initialised", "yes"); }
        @Override public void upgrade(Operations op) {
          op.execute("insert into customers values ('" + org.lib.Names.FIRST.strip() + "')");
        }
        @Override public void downgrade(Operations op) { op.execute("delete from customers"); }
      }
      """;

  private static final String LIBRARY =
      """
      package org.lib;
      public final class Names {
        public static final String FIRST = load();
        private static String load() {
          try (var in = Names.class.getResourceAsStream("/first-name.txt")) {
            return new String(in.readAllBytes());
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      }
      """;

  private final Path directory;
  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> library;

  private DeliveredApplication(
      Path directory, Map<String, byte[]> classes, Map<String, byte[]> library) {
    this.directory = directory;
    this.classes = classes;
    this.library = library;
  }

  /** Compiles it; what it is delivered as is written into the directory. */
  static DeliveredApplication in(Path directory) throws IOException {
    Path build = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "delivered");
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Path names = Files.writeString(build.resolve("Names.java"), LIBRARY);
    TestCompiler.compile(build.resolve("library"), classPath, List.of(names));
    List<Path> sources =
        List.of(
            Files.writeString(build.resolve("M202601010000_aa01_customers.java"), CUSTOMERS),
            Files.writeString(
                build.resolve("M202601020000_aa02_first_customer.java"), FIRST_CUSTOMER));
    TestCompiler.compile(
        build.resolve("classes"),
        Stream.concat(classPath.stream(), Stream.of(build.resolve("library"))).toList(),
        sources);
    Map<String, byte[]> library = read(build.resolve("library"));
    library.put("first-name.txt", "Ada\n".getBytes());
    library.put("application.properties", "autogen.migrations=of.the.library".getBytes());
    return new DeliveredApplication(directory, read(build.resolve("classes")), library);
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** Puts a file among its resources. */
  DeliveredApplication with(String name, String text) {
    classes.put(name, text.getBytes());
    return this;
  }

  /** Marks the classes as compiled for a Java that does not exist yet. */
  DeliveredApplication forJava(int version) {
    classes.forEach(
        (name, bytes) -> {
          if (name.endsWith(".class")) {
            bytes[7] = (byte) (version + 44);
          }
        });
    return this;
  }

  /** Everything in one jar, as Quarkus's uber-jar and Maven's shade plugin have it. */
  Path jar() throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>(library);
    all.putAll(classes);
    return write("app.jar", zip(all, false));
  }

  /** A jar that Spring Boot's plugin packages: libraries are stored as they are. */
  Path springBootJar() throws IOException {
    return write("app.jar", zip(nested("BOOT-INF/", false), true));
  }

  /** A war. */
  Path war() throws IOException {
    return write("app.war", zip(nested("WEB-INF/", true), false));
  }

  /** A jar whose manifest names its library. */
  Path jarWithClassPath() throws IOException {
    write("lib/names.jar", zip(library, false));
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put(
        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: lib/names.jar\n".getBytes());
    all.putAll(classes);
    return write("app.jar", zip(all, false));
  }

  /** The unpacked jar of Spring Boot. */
  Path unpacked() throws IOException {
    for (Map.Entry<String, byte[]> each : nested("BOOT-INF/", false).entrySet()) {
      write("unpacked/" + each.getKey(), each.getValue());
    }
    return directory.resolve("unpacked");
  }

  /** The folder of a Quarkus application, as its fast-jar has it. */
  Path quarkus() throws IOException {
    write("quarkus-app/quarkus-run.jar", zip(Map.of("META-INF/MANIFEST.MF", new byte[0]), false));
    write("quarkus-app/quarkus/quarkus-application.dat", new byte[0]);
    write("quarkus-app/app/shop-1.0.jar", zip(classes, false));
    write("quarkus-app/lib/main/org.lib.names-1.0.jar", zip(library, false));
    return directory.resolve("quarkus-app");
  }

  private Map<String, byte[]> nested(String prefix, boolean compressed) throws IOException {
    Map<String, byte[]> all = new LinkedHashMap<>();
    classes.forEach((name, bytes) -> all.put(prefix + "classes/" + name, bytes));
    all.put(prefix + "lib/names.jar", zip(library, !compressed));
    return all;
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static byte[] zip(Map<String, byte[]> files, boolean stored) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        if (stored) {
          CRC32 crc = new CRC32();
          crc.update(file.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(file.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
