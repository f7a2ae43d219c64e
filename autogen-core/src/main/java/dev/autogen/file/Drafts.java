package dev.autogen.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The temporary names of files while they are written. The name of a draft contains the process
 * that writes it. So the next writer recognizes the drafts of processes that no longer exist, and
 * deletes them.
 */
final class Drafts {

  private static final String PREFIX = ".autogen-";
  private static final String SUFFIX = ".tmp";
  private static final Pattern NAME = Pattern.compile("\\.autogen-(\\d{1,18})-([0-9a-f]+)-.*");
  private static final long OWN = ProcessHandle.current().pid();

  /**
   * Distinguishes this process from an earlier one with the same number, which is common in
   * containers.
   */
  private static final String RUN = UUID.randomUUID().toString().replace("-", "");

  private static final AtomicLong COUNT = new AtomicLong();

  private Drafts() {}

  /** A name that no other draft has. */
  static Path next(Path folder) {
    return folder.resolve(PREFIX + OWN + "-" + RUN + "-" + COUNT.incrementAndGet() + SUFFIX);
  }

  /** Deletes the drafts that killed processes left in a folder. */
  static void clear(Path folder) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path draft : drafts) {
        if (isLeft(draft.getFileName().toString())) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }

  private static boolean isLeft(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return false;
    }
    long process = Long.parseLong(matcher.group(1));
    return process == OWN
        ? !matcher.group(2).equals(RUN)
        : ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
  }
}
