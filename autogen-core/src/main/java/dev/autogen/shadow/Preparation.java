package dev.autogen.shadow;

import dev.autogen.shadow.Shadow.Filling;
import java.util.List;

/**
 * What a shadow shall hold.
 *
 * @param key stands for it: the same key, the same database
 * @param filling fills an empty database
 * @param earlier keys of what is on the way to it, the nearest first
 * @param rest goes on from any of these
 */
public record Preparation(String key, Filling filling, List<String> earlier, Filling rest) {

  public Preparation {
    earlier = List.copyOf(earlier);
  }

  /** A database that is made in one go. */
  public static Preparation of(String key, Filling filling) {
    return new Preparation(key, filling, List.of(), filling);
  }
}
