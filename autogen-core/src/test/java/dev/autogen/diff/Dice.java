package dev.autogen.diff;

import java.util.List;
import java.util.Random;

/** Choices that a seed decides. */
record Dice(Random random) {

  static Dice of(long seed) {
    return new Dice(new Random(seed));
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  @SafeVarargs
  final <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
