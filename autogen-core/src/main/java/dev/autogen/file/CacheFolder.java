package dev.autogen.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of files that can be created again. Only files that this user wrote are read: every
 * folder from the top on and each file must belong to the user and not be writable by others, and
 * no link is followed.
 *
 * @param top the outermost folder that belongs to autogen
 * @param path the folder
 */
public record CacheFolder(Path top, Path path) {

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
    if (!Files.isDirectory(top) && top.toAbsolutePath().getParent() != null) {
      Files.createDirectories(top.toAbsolutePath().getParent());
    }
    for (Path folder : folders()) {
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        make(folder);
      }
      Owner.requireFolder(folder);
    }
    return path;
  }

  private static void make(Path folder) throws IOException {
    try {
      if (Owner.POSIX) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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
    Owner.requireFile(file);
    try (var in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readAllBytes();
    }
  }

  /**
   * Writes a file, completely or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public void write(String name, byte[] content) throws IOException {
    prepare();
    WholeFile.replace(path.resolve(name), content);
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
      Owner.requireFolder(folder);
    }
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
