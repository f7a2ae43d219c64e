package dev.autogen.run;

import dev.autogen.schema.AutogenException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Compiled migrations on disk, one file per source under the hash of everything that they were made
 * from. Several processes may use it at once: a file appears whole or not at all.
 */
final class CompiledClasses {

  private static final int FORMAT = 0x61677631;

  private final Path directory;

  CompiledClasses(Path directory) {
    this.directory = directory;
  }

  private Path file(String key) {
    return directory.resolve(key.substring(0, 2)).resolve(key.substring(2));
  }

  /** The classes under a key, by their binary names; empty where they are not there or damaged. */
  Optional<Map<String, byte[]>> read(String key) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file(key))))) {
      if (in.readInt() != FORMAT) {
        return Optional.empty();
      }
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        classes.put(name, bytes);
      }
      return Optional.of(classes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(String key, Map<String, byte[]> classes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Path file = file(key);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        out.writeUTF(each.getKey());
        out.writeInt(each.getValue().length);
        out.write(each.getValue());
      }
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "draft", null);
      Files.write(draft, bytes.toByteArray());
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw AutogenException.failed(
          "cannot keep compiled migrations in " + directory + ": " + e, e);
    }
  }
}
