package dev.autogen.start;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** An application in a directory, with a class path of its own, which is started as a process. */
final class Application {

  /** What an instance said, and how it ended. */
  record Ended(int code, String output) {}

  private final Path directory;
  private final List<Path> libraries;

  /** An application that has these jars and folders, and what is compiled for it. */
  Application(Path directory, List<Path> libraries) {
    this.directory = directory;
    this.libraries = List.copyOf(libraries);
  }

  /** Where a class was loaded from. */
  static Path origin(Class<?> type) {
    return Path.of(
        new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString());
  }

  /** The jars in a folder. */
  static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles a class against the application's own class path alone. */
  Application with(String source) {
    String name = source.replaceAll("(?s).*?\\bclass (\\w+).*", "$1");
    String folder = source.replaceAll("(?s).*?\\bpackage ([\\w.]+);.*", "$1").replace('.', '/');
    Path file = directory.resolve("src").resolve(folder).resolve(name + ".java");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes().toString(),
                "-cp",
                classpath(),
                file.toString());
    if (status != 0) {
      throw new IllegalStateException(name + " does not compile");
    }
    return this;
  }

  /** Compiles a migration whose upgrade is these statements. */
  Application migration(String id, String revises, String upgrade) {
    return with(
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
            .formatted(id, revises.isEmpty() ? "" : ", revises = \"" + revises + "\"", upgrade));
  }

  /** Starts so many instances at once, and waits for their ends. */
  List<Ended> run(int instances, String main, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classpath(),
                main));
    line.addAll(List.of(arguments));
    List<Process> processes = new ArrayList<>();
    List<Path> outputs = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      Path output = directory.resolve("output-" + i);
      ProcessBuilder builder =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      processes.add(builder.start());
      outputs.add(output);
    }
    List<Ended> ended = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      ended.add(new Ended(processes.get(i).waitFor(), Files.readString(outputs.get(i))));
    }
    return ended;
  }

  private Path classes() {
    return directory.resolve("classes");
  }

  private String classpath() {
    return Stream.concat(Stream.of(classes()), libraries.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
