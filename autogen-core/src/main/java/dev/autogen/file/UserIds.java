package dev.autogen.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Numbers of users, within and outside of a user namespace. */
public final class UserIds {

  /** The number shown for a file's owner who has no number in this user namespace. */
  private static final int UNMAPPED = 65534;

  private static final long ALL = 4294967295L;

  /** Numbers that systemd's table of ranges (systemd.io/UIDS-GIDS) leaves to nobody. */
  private static final int UNUSED_FROM = 1879048192;

  private static final int UNUSED_COUNT = 268304384;

  /** Those of its services without a user of their own, where numbers end at 65535. */
  private static final int SMALL_FROM = 61184;

  private static final int SMALL_COUNT = 4335;

  private UserIds() {}

  /** Whether that owner may be the root of the machine, seen from a user namespace without it. */
  static boolean isRootOutside(int owner) throws IOException {
    return owner == UNMAPPED && mappedCount() < ALL;
  }

  /** A number that no person and no service has, the same for each key. */
  public static int unused(String key) throws IOException {
    long mapped = mappedCount();
    int hash = key.hashCode();
    return mapped > (long) UNUSED_FROM + UNUSED_COUNT
        ? UNUSED_FROM + Math.floorMod(hash, UNUSED_COUNT)
        : SMALL_FROM + Math.floorMod(hash, SMALL_COUNT);
  }

  private static long mappedCount() throws IOException {
    Path map = Path.of("/proc/self/uid_map"); // inside, outside, count
    List<String> lines = Files.exists(map) ? Files.readAllLines(map) : List.of();
    return lines.isEmpty()
        ? ALL
        : lines.stream().mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2])).sum();
  }
}
