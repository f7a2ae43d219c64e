package dev.autogen.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Entities of twelve columns each, in numbers. */
final class GeneratedEntities {

  private static final String SOURCE =
      """
      package generated;

      import jakarta.persistence.*;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.time.LocalDate;
      import org.hibernate.annotations.ColumnDefault;

      @Entity
      @Table(
          name = "entity_%1$d",
          indexes = @Index(name = "entity_%1$d_name_idx", columnList = "name, created_at desc"))
      public class Entity%1$d {
        public enum Status { DRAFT, ACTIVE, DONE }

        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
        @Version int version;
        @Column(nullable = false, length = 100) String name;
        @Column(unique = true, length = 40) String code;
        @Column(columnDefinition = "text") String notes;
        @Enumerated(EnumType.STRING) @Column(length = 20) @ColumnDefault("'DRAFT'") Status status;
        @Column(precision = 12, scale = 2) @ColumnDefault("0") BigDecimal amount;
        @ColumnDefault("true") boolean active;
        @ColumnDefault("now()") @Column(name = "created_at", nullable = false) Instant createdAt;
        LocalDate day;
        byte[] picture;
        @ManyToOne(fetch = FetchType.LAZY) Entity%2$d parent;
      }
      """;

  private GeneratedEntities() {}

  /** Compiles that many entities, and returns the folder of their classes. */
  static Path compile(Path directory, int count) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of("-nowarn", "-proc:none", "--release", "17", "-d", classes.toString()));
    for (int i = 0; i < count; i++) {
      Path source = directory.resolve("Entity" + i + ".java");
      Files.writeString(source, SOURCE.formatted(i, Math.max(0, i - 1)));
      arguments.add(source.toString());
    }
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException("the generated entities do not compile");
    }
    return classes;
  }

  /** The class path of the entities: their classes, and the jars of this process. */
  static List<Path> classpath(Path classes) {
    return Stream.concat(
            Stream.of(classes),
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of))
        .toList();
  }
}
