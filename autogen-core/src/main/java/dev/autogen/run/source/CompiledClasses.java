package dev.autogen.run.source;

import dev.autogen.file.CacheFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Keeps compiled migrations on disk, each under the hash of everything that it was made from.
 * Classes that were compiled together are one file: a thousand small files take longer to write and
 * read than to compile. Several processes may use the files at once, because a file appears whole
 * or not at all.
 *
 * <p>The classes are code that is run, so they are kept in a folder of the user's own and read from
 * nowhere else. Nothing depends on them: a migration that cannot be read or written here is
 * compiled in memory.
 */
public final class CompiledClasses {

  private static final int FORMAT = 0x61677633;
  private static final String SUFFIX = ".classes";
  private static final int CLASS_FILE = 0xCAFEBABE;

  /** The difference between the version of a class file and the Java version that it needs. */
  private static final int CLASS_VERSION_OFFSET = 44;

  /** Older files are deleted; classes that are still needed are compiled again, together. */
  private static final int FILES_KEPT = 24;

  /** The folders for which the warning has been given that they cannot be used. */
  private static final Set<Path> TOLD = ConcurrentHashMap.newKeySet();

  private final CacheFolder folder;
  private final Consumer<String> warnings;

  /**
   * Classes in a folder.
   *
   * @param folder the folder; it need not exist
   * @param warnings is told, once for each folder, that nothing can be kept there
   */
  public CompiledClasses(CacheFolder folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  /** The classes under these keys, by their binary names; keys that are not there are left out. */
  Map<String, Map<String, byte[]>> read(Collection<String> keys) {
    Map<String, Map<String, byte[]>> found = new HashMap<>();
    for (String file : files()) {
      if (found.size() == keys.size()) {
        break;
      }
      try {
        content(folder.read(file))
            .forEach(
                (key, classes) -> {
                  if (keys.contains(key)) {
                    found.put(key, classes);
                  }
                });
      } catch (NoSuchFileException e) {
        // Another process has deleted it meanwhile.
      } catch (IOException e) {
        warn("is compiled again, because " + e.getMessage());
      }
    }
    return found;
  }

  private Map<String, Map<String, byte[]>> content(byte[] file) throws IOException {
    Map<String, Map<String, byte[]>> content = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      int start = Integer.BYTES + Long.BYTES;
      if (file.length < start || in.readInt() != FORMAT || in.readLong() != sum(file, start)) {
        throw new IOException("a file in " + folder.path() + " is damaged");
      }
      for (int left = in.readInt(); left > 0; left--) {
        String key = in.readUTF();
        content.put(key, classes(in));
      }
      return content;
    }
  }

  private Map<String, byte[]> classes(DataInputStream in) throws IOException {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      requireLoadable(name, bytes);
      classes.put(name, bytes);
    }
    return classes;
  }

  private void requireLoadable(String name, byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      boolean classFile = in.readInt() == CLASS_FILE;
      in.readUnsignedShort();
      if (!classFile
          || in.readUnsignedShort() > Runtime.version().feature() + CLASS_VERSION_OFFSET) {
        throw new IOException(
            "the class " + name + " in " + folder.path() + " is not one of this Java");
      }
    }
  }

  private static long sum(byte[] bytes, int start) {
    CRC32 sum = new CRC32();
    sum.update(bytes, start, bytes.length - start);
    return sum.getValue();
  }

  /** The files, the newest first. */
  private List<String> files() {
    try {
      return folder.names("*" + SUFFIX).stream()
          .sorted(
              Comparator.comparing(this::age).reversed().thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      warn("is compiled again, because " + e.getMessage());
      return List.of();
    }
  }

  private long age(String file) {
    try {
      return Files.getLastModifiedTime(folder.path().resolve(file)).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Keeps classes, by their keys and binary names, unless that cannot be done. */
  void write(Map<String, Map<String, byte[]>> compiled) {
    try {
      folder.write(UUID.randomUUID() + SUFFIX, bytes(compiled));
      for (String old : files().stream().skip(FILES_KEPT).toList()) {
        Files.deleteIfExists(folder.path().resolve(old));
      }
    } catch (IOException e) {
      warn("cannot be kept, and is compiled by each command: " + e);
    }
  }

  private static byte[] bytes(Map<String, Map<String, byte[]>> compiled) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(content);
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
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(file);
    header.writeInt(FORMAT);
    header.writeLong(sum(content.toByteArray(), 0));
    content.writeTo(file);
    return file.toByteArray();
  }

  private void warn(String what) {
    if (TOLD.add(folder.path())) {
      warnings.accept(
          "what migrations are compiled to "
              + what
              + ". Nothing else depends on it; XDG_CACHE_HOME names another folder for caches");
    }
  }
}
