package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.HazardCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The strong locks that statements of a transaction leave to those after them. */
final class HeldLocks {

  private final Map<Relation, TableEffect> held = new LinkedHashMap<>();

  /** The transaction has ended. */
  void release() {
    held.clear();
  }

  /** Keeps what a statement has locked. */
  void keep(Collection<TableEffect> effects) {
    for (TableEffect effect : effects) {
      if (effect.blocks() && !effect.dropped) {
        held.put(effect.table, effect);
      }
    }
  }

  /**
   * A lock that is kept while a statement works, or while it waits for a lock on another table.
   *
   * @param judged the tables of which the statement has a hazard of its own
   */
  Optional<Hazard> judge(
      Command command, Collection<TableEffect> effects, Set<Relation> judged, int position) {
    boolean works =
        effects.stream().anyMatch(each -> each.works() || command.isPlanned() && each.changed > 0);
    List<TableEffect> waited = effects.stream().filter(TableEffect::tookStrong).toList();
    for (TableEffect lock : held.values()) {
      boolean waits =
          lock.blocksReads()
              && waited.stream()
                  .anyMatch(each -> !each.table.equals(lock.table) && each.taken != null);
      if (works && !judged.contains(lock.table)) {
        return Optional.of(
            kept(lock, position, " waits while this statement works, which may take long"));
      } else if (waits) {
        return Optional.of(
            kept(
                lock,
                position,
                " waits while this statement waits for "
                    + waited.get(0).table.name()
                    + ", and two migrations that lock them in another order deadlock"));
      }
    }
    return Optional.empty();
  }

  private static Hazard kept(TableEffect lock, int position, String what) {
    Measured measured = lock.measured();
    return new Hazard(
        HazardCode.AG120,
        Level.WARNING,
        position,
        lock.table.name(),
        lock.table.name().toString(),
        new Measured(measured.lock(), false, false, measured.blocks()),
        "a statement before has locked "
            + lock.table.name()
            + " until the transaction ends: "
            + lock.who()
            + what
            + "; give this statement a transaction of its own",
        List.of());
  }
}
