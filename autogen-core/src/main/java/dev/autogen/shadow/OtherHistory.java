package dev.autogen.shadow;

import dev.autogen.run.ConnectionSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * What another runner makes of an empty database, in place of committed revisions.
 *
 * @param key identifies the result: the same key means the same database
 * @param earlier the keys of intermediate results, the nearest first
 * @param run lets the runner work on an empty database, or go on from one of these
 */
public record OtherHistory(String key, List<String> earlier, Consumer<ConnectionSource> run) {

  public OtherHistory {
    earlier = List.copyOf(earlier);
  }

  /** A result without intermediate ones. */
  public OtherHistory(String key, Consumer<ConnectionSource> run) {
    this(key, List.of(), run);
  }

  /** The empty database itself. */
  public static final OtherHistory NOTHING = new OtherHistory("nothing", connections -> {});
}
