package dev.autogen.diff;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A difference that a person has accepted. It stays accepted as long as both values are the same.
 *
 * @param kind what differs
 * @param object the name of the object
 * @param model what the model has, in words; null for nothing
 * @param database what the database has, in words; null for nothing
 */
public record AcceptedDifference(
    DifferenceKind kind, String object, @Nullable String model, @Nullable String database) {

  /** By object, then by kind: an order in which entries of two branches seldom meet. */
  public static final Comparator<AcceptedDifference> ORDER =
      Comparator.comparing(AcceptedDifference::object).thenComparing(AcceptedDifference::kind);
}
