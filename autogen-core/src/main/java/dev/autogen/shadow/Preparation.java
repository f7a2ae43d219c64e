package dev.autogen.shadow;

import dev.autogen.shadow.Shadow.Filling;
import java.util.List;

/**
 * What a shadow should contain.
 *
 * @param key identifies the content: the same key means the same database
 * @param filling fills an empty database
 * @param earlier keys of intermediate contents, the nearest first
 * @param rest continues from any of these
 */
public record Preparation(String key, Filling filling, List<String> earlier, Filling rest) {

  public Preparation {
    earlier = List.copyOf(earlier);
  }

  /** A preparation without intermediate contents. */
  public static Preparation of(String key, Filling filling) {
    return new Preparation(key, filling, List.of(), filling);
  }
}
