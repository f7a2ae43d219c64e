package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.file.CacheFolder;
import dev.autogen.file.Folders;
import dev.autogen.file.UserFolders;
import dev.autogen.history.Sha256;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cache that makes autogen faster in a project: compiled migrations, the class path, unpacked
 * archives. Its content is run, so it is in the user's own cache: everyone who can write to the
 * repository can also write to the project's folder.
 */
public final class ProjectCache {

  /** The folders in which earlier versions kept their cache in the project. */
  private static final List<String> FORMER = List.of("migrations", "model");

  private static final String FORMER_CLASS_PATHS = "classpath-*";

  /** The file that names the project to which a folder belongs. */
  private static final String MARK = "directory";

  private static final int KEY_LENGTH = 16;

  private ProjectCache() {}

  /**
   * The cache folder of a project. Its first creation deletes the folders of projects that no
   * longer exist.
   */
  static CacheFolder folder(Config config) {
    CacheFolder all = UserFolders.cache().below("projects");
    String key = Sha256.of(config.directory().toString()).substring(0, KEY_LENGTH);
    CacheFolder folder = all.below(key);
    if (!Files.exists(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
      try {
        folder.write(MARK, config.directory().toString().getBytes(StandardCharsets.UTF_8));
        deleteGone(all);
      } catch (IOException | UncheckedIOException e) {
        // Whoever writes there reports the failure.
      }
    }
    return folder;
  }

  /**
   * The cache folder as a path that can be written. Where the user's cache cannot be written, this
   * is a folder that exists until the process ends.
   *
   * @param warnings is told that nothing is kept
   */
  public static Path path(Config config, Consumer<String> warnings) {
    CacheFolder folder = folder(config);
    try {
      return folder.prepare();
    } catch (IOException e) {
      warnings.accept(
          "nothing can be kept in "
              + folder.path()
              + ", so that every command takes longer: "
              + e.getMessage()
              + ". XDG_CACHE_HOME names another folder for caches");
      return passing();
    }
  }

  private static Path passing() {
    try {
      Path folder = Files.createTempDirectory("autogen-cache");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      Folders.delete(folder);
                    } catch (IOException | UncheckedIOException e) {
                      // The system clears its folder for temporary files.
                    }
                  }));
      return folder;
    } catch (IOException e) {
      throw AutogenException.failed("No folder for temporary files can be made: " + e, e);
    }
  }

  private static void deleteGone(CacheFolder all) throws IOException {
    for (String key : all.names("*")) {
      CacheFolder folder = all.below(key);
      if (folder.names(MARK).isEmpty()) {
        continue; // another process is just creating it
      }
      String directory = new String(folder.read(MARK), StandardCharsets.UTF_8);
      if (!Files.isDirectory(Path.of(directory))) {
        Folders.delete(folder.path());
      }
    }
  }

  /** Deletes the cache that earlier versions kept in the project. */
  static void clearFormer(Config config) {
    Path directory = config.privateDirectory();
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      for (String name : FORMER) {
        Folders.delete(directory.resolve(name));
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, FORMER_CLASS_PATHS)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // What cannot be deleted stays, and has no effect.
    }
  }
}
