package dev.autogen.shadow;

import dev.autogen.run.ConnectionSource;
import java.util.function.Consumer;

/**
 * What another runner makes of an empty database, in place of committed revisions.
 *
 * @param key identifies the result: the same key means the same database
 * @param run lets the runner work on a database
 */
public record OtherHistory(String key, Consumer<ConnectionSource> run) {

  /** The empty database itself. */
  public static final OtherHistory NOTHING = new OtherHistory("nothing", connections -> {});
}
