package dev.autogen.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out who can change the file at a path: a file is only as safe as the folders above it,
 * because whoever may write to one of them can replace the file.
 */
public final class TrustedPath {

  /** Whether files have owners and permissions here; on Windows, they have not in this sense. */
  static final boolean HAS_OWNERS =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  private static final int GROUP_WRITES = 020;
  private static final int OTHERS_WRITE = 02;
  private static final int OTHERS_ENTER = 01;
  private static final int STICKY = 01000;
  private static final String ATTRIBUTES = "unix:uid,mode,isDirectory";

  private TrustedPath() {}

  /**
   * Why a user other than this one or root can change a file, or a folder and what is directly in
   * it; empty if nobody can.
   *
   * @param path symbolic links on it are followed first; if there is nothing at it, the nearest
   *     folder above it counts
   */
  public static Optional<String> problem(Path path) throws IOException {
    if (!HAS_OWNERS) {
      return Optional.empty();
    }
    int self = CurrentUser.id();
    Path real = nearestExisting(path).toRealPath();
    for (Path each = real; each != null; each = each.getParent()) {
      Optional<String> problem = ownProblem(each, self, !each.equals(real));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** What is at a path or, if there is nothing, the nearest folder above it. */
  static Path nearestExisting(Path path) {
    Path nearest = path.toAbsolutePath();
    while (!Files.exists(nearest, LinkOption.NOFOLLOW_LINKS) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    return nearest;
  }

  /** The same for a folder and everything in it. */
  public static Optional<String> problemWithin(Path directory) throws IOException {
    Optional<String> above = problem(directory);
    return above.isPresent() ? above : firstProblem(directory);
  }

  private static Optional<String> firstProblem(Path directory) throws IOException {
    int self = CurrentUser.id();
    String[] found = new String[1];
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
              throws IOException {
            return visitFile(each, attributes);
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isSymbolicLink()) { // the mode of a link says nothing
              found[0] = ownProblem(each, self, false).orElse(null);
            }
            return found[0] == null ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /** Whether every user may go through the folders down to this one. */
  public static boolean isOpenToAll(Path directory) throws IOException {
    for (Path each = directory.toRealPath(); each != null; each = each.getParent()) {
      if (((Integer) Files.getAttribute(each, "unix:mode") & OTHERS_ENTER) == 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> ownProblem(Path path, int self, boolean above)
      throws IOException {
    Map<String, Object> file = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    int owner = (Integer) file.get("uid");
    int mode = (Integer) file.get("mode");
    boolean ours = owner == self || owner == CurrentUser.ROOT;
    if (!ours && !(above && UserIds.isRootOutside(owner))) {
      return Optional.of(path + " belongs to the user " + name(path, "owner"));
    }
    if ((mode & STICKY) != 0 && (Boolean) file.get("isDirectory")) {
      return Optional.empty(); // everybody may add to it, nobody may touch what others added
    }
    if ((mode & OTHERS_WRITE) != 0) {
      return Optional.of("every user may write " + path);
    }
    // A group that has its only user's name is his own, by the custom of many distributions.
    return (mode & GROUP_WRITES) != 0 && !name(path, "group").equals(name(path, "owner"))
        ? Optional.of("the group " + name(path, "group") + " may write " + path)
        : Optional.empty();
  }

  private static String name(Path path, String attribute) throws IOException {
    return Files.getAttribute(path, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS).toString();
  }
}
