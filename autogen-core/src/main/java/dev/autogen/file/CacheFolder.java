package dev.autogen.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of files that can be created again. Only files that this user wrote are read: nobody
 * else may be able to change a file or the folders down to it, and no link from the top on is
 * followed. The right of others to write a folder of the user's own is taken back.
 *
 * @param top the outermost folder that belongs to autogen
 * @param path the folder
 */
public record CacheFolder(Path top, Path path) {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private static final Set<PosixFilePermission> WRITE_BY_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** A folder that belongs to autogen. It need not exist. */
  public static CacheFolder at(Path folder) {
    return new CacheFolder(folder, folder);
  }

  /** A folder inside this one. */
  public CacheFolder below(String name) {
    return new CacheFolder(top, path.resolve(name));
  }

  /**
   * Creates the folder and its missing parents, for this user only.
   *
   * @throws IOException if it cannot be created, or one of the parents is not this user's
   */
  public Path prepare() throws IOException {
    if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
      requireTrusted(top); // nothing is created in another user's folder
      Files.createDirectories(top.toAbsolutePath().getParent());
    }
    for (Path folder : folders()) {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        make(folder);
      }
      requireFolder(folder);
    }
    return path;
  }

  private static void make(Path folder) throws IOException {
    try {
      if (TrustedPath.HAS_OWNERS) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; the owner is checked afterwards.
    }
  }

  /**
   * The content of a file.
   *
   * @throws NoSuchFileException if it is not there
   * @throws IOException if it cannot be read, or others could have written it
   */
  public byte[] read(String name) throws IOException {
    requireFolders();
    Path file = path.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(file + " is no file but " + kind(file));
    }
    requireTrusted(file);
    try (var in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readAllBytes();
    }
  }

  /**
   * Writes a file, completely or not at all. Only this user may read it, whatever the umask.
   *
   * @throws IOException if it cannot be written
   */
  public void write(String name, byte[] content) throws IOException {
    prepare();
    Path file = path.resolve(name);
    AtomicFile.replace(file, content);
    if (TrustedPath.HAS_OWNERS) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  /**
   * The names of the files that a glob matches; empty where the folder does not exist.
   *
   * @throws IOException if it cannot be read, or others could write there
   */
  public List<String> names(String glob) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    requireFolders();
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(path, glob)) {
      found.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  private void requireFolders() throws IOException {
    for (Path folder : folders()) {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(folder.toString());
      }
      requireFolder(folder);
    }
  }

  private static void requireFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(folder + " is no folder but " + kind(folder));
    }
    if (TrustedPath.HAS_OWNERS && CurrentUser.owner(folder) == CurrentUser.id()) {
      Set<PosixFilePermission> narrowed = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
      if (narrowed.removeAll(WRITE_BY_OTHERS)) {
        Files.setPosixFilePermissions(folder, narrowed);
      }
    }
    requireTrusted(folder);
  }

  private static void requireTrusted(Path path) throws IOException {
    Optional<String> problem = TrustedPath.problem(path);
    if (problem.isPresent()) {
      throw new IOException(problem.get());
    }
  }

  private static String kind(Path path) {
    return Files.isSymbolicLink(path)
        ? "a symbolic link"
        : Files.isDirectory(path) ? "a folder" : Files.exists(path) ? "a file" : "missing";
  }

  /** The folders that belong to autogen, from the top on. */
  private List<Path> folders() {
    List<Path> folders = new ArrayList<>(List.of(top));
    Path folder = top;
    for (Path part : top.relativize(path)) {
      if (!part.toString().isEmpty()) {
        folder = folder.resolve(part);
        folders.add(folder);
      }
    }
    return folders;
  }
}
