package dev.autogen.run;

import dev.autogen.schema.AutogenException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiled migrations on disk, each under the hash of everything that it was made from. What was
 * compiled at a time is one file: a thousand small ones take longer to write and read than to
 * compile. Several processes may use them at once: a file appears whole or not at all.
 */
final class CompiledClasses {

  private static final int FORMAT = 0x61677632;
  private static final String SUFFIX = ".classes";

  /** Older files are deleted; what is still needed of them is compiled once more, together. */
  private static final int FILES_KEPT = 24;

  private final Path directory;

  CompiledClasses(Path directory) {
    this.directory = directory;
  }

  /** The classes under these keys, by their binary names; keys that are not there are left out. */
  Map<String, Map<String, byte[]>> read(Collection<String> keys) {
    Map<String, Map<String, byte[]>> found = new HashMap<>();
    for (Path file : files()) {
      if (found.size() == keys.size()) {
        break;
      }
      try (DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
        if (in.readInt() == FORMAT) {
          for (int left = in.readInt(); left > 0; left--) {
            String key = in.readUTF();
            Map<String, byte[]> classes = classes(in);
            if (keys.contains(key)) {
              found.put(key, classes);
            }
          }
        }
      } catch (IOException e) {
        // Damaged, or deleted meanwhile: what it held is compiled again.
      }
    }
    return found;
  }

  private static Map<String, byte[]> classes(DataInputStream in) throws IOException {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      classes.put(name, bytes);
    }
    return classes;
  }

  /** The files, the newest first. */
  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      found.forEach(files::add);
    } catch (IOException e) {
      return List.of();
    }
    files.sort(Comparator.comparing(CompiledClasses::age).reversed().thenComparing(Path::toString));
    return files;
  }

  private static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Keeps classes, by their keys and binary names. */
  void write(Map<String, Map<String, byte[]>> compiled) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeInt(compiled.size());
      for (Map.Entry<String, Map<String, byte[]>> entry : compiled.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().size());
        for (Map.Entry<String, byte[]> each : entry.getValue().entrySet()) {
          out.writeUTF(each.getKey());
          out.writeInt(each.getValue().length);
          out.write(each.getValue());
        }
      }
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, "draft", null);
      Files.write(draft, bytes.toByteArray());
      Path file = Files.createTempFile(directory, "c", SUFFIX);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      for (Path old : files().stream().skip(FILES_KEPT).toList()) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      throw AutogenException.failed(
          "cannot keep compiled migrations in " + directory + ": " + e, e);
    }
  }
}
