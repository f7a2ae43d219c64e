package dev.autogen.diff;

import dev.autogen.diff.PairCheck.Fault;
import dev.autogen.schema.Schema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Takes things out of a pair of schemas for as long as it has the same fault. */
final class PairShrinker {

  private static final int CHECKS = 400;

  private final Function<SchemaPair, Optional<Fault>> check;
  private final Set<String> vain = new HashSet<>();
  private SchemaPair pair;
  private Fault fault;
  private int checks;

  private PairShrinker(SchemaPair pair, Fault fault, Function<SchemaPair, Optional<Fault>> check) {
    this.pair = pair;
    this.fault = fault;
    this.check = check;
  }

  /** The smallest pair that was found, in words: its seed, its fault and its DDL. */
  static String report(SchemaPair pair, Fault fault, Function<SchemaPair, Optional<Fault>> check) {
    PairShrinker shrinker = new PairShrinker(pair, fault, check);
    shrinker.shrink();
    return "seed "
        + pair.seed()
        + ": "
        + fault.step()
        + ": "
        + shrinker.fault.text()
        + "\n"
        + shrinker.pair.ddl();
  }

  /**
   * Passes over everything until nothing can go; what was tried in vain waits for the next pass.
   */
  private void shrink() {
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      vain.clear();
      while (step()) {
        smaller = true;
      }
    }
  }

  private boolean step() {
    for (Map.Entry<String, SchemaPair> candidate : candidates().entrySet()) {
      if (!vain.contains(candidate.getKey()) && checks++ < CHECKS) {
        Optional<Fault> found =
            check.apply(candidate.getValue()).filter(each -> each.step().equals(fault.step()));
        if (found.isPresent()) {
          pair = candidate.getValue();
          fault = found.get();
          return true;
        }
        vain.add(candidate.getKey());
      }
    }
    return false;
  }

  /** What is gone from both first, then from one of them. */
  private Map<String, SchemaPair> candidates() {
    Map<String, Schema> firsts = Reductions.of(pair.first());
    Map<String, Schema> seconds = Reductions.of(pair.second());
    Map<String, SchemaPair> result = new LinkedHashMap<>();
    firsts.forEach(
        (what, schema) -> {
          if (seconds.containsKey(what)) {
            result.put(what, pair.with(schema, seconds.get(what)));
          }
        });
    firsts.forEach(
        (what, schema) -> result.put(what + " of the first", pair.with(schema, pair.second())));
    seconds.forEach(
        (what, schema) -> result.put(what + " of the second", pair.with(pair.first(), schema)));
    return result;
  }
}
