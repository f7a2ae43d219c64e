package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.postgresql.hazards.Measurement.Counts;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads from two measurements of a transaction what the statement between them did. */
final class EffectReader {

  private final Catalog before;
  private final Map<Long, Long> filenodes = new HashMap<>();
  private final Set<Long> created = new HashSet<>();
  private final Set<Long> gone = new HashSet<>();
  private Map<Long, Counts> counts = Map.of();
  private Map<Long, Set<LockMode>> locks = Map.of();

  EffectReader(Catalog before) {
    this.before = before;
    before.relations().forEach(each -> filenodes.put(each.oid(), each.filenode()));
  }

  /** A transaction begins with these counts, which are of others before it. */
  void begin(Map<Long, Counts> first) {
    counts = new HashMap<>(first);
    locks = new HashMap<>();
  }

  /** Counts what autogen itself has read meanwhile as known. */
  void recount(Map<Long, Counts> known) {
    counts = new HashMap<>(known);
  }

  /** What was done to the tables that were there before the migration. */
  Map<Relation, TableEffect> read(Measurement now) {
    Map<Relation, TableEffect> effects = new LinkedHashMap<>();
    now.rows()
        .forEach(
            (oid, row) -> {
              Relation known = before.relation(oid).orElse(null);
              Relation is = row.relation();
              if (known != null && known.isIndex()) {
                index(known, row, effects);
              } else if (known != null) {
                table(known, row, effects);
              } else if (is != null && is.isIndex() && created.add(oid)) {
                built(is, effects);
              }
            });
    now.rows()
        .forEach(
            (oid, row) -> {
              locks.put(oid, row.modes());
              Relation is = row.relation();
              if (is != null) {
                filenodes.put(oid, is.filenode());
                counts.put(oid, row.counts());
              }
            });
    return merged(effects);
  }

  private static TableEffect of(Relation table, Map<Relation, TableEffect> effects) {
    return effects.computeIfAbsent(table, TableEffect::new);
  }

  private boolean isRewritten(long oid, Relation now) {
    return now.filenode() != 0 && now.filenode() != filenodes.getOrDefault(oid, 0L);
  }

  private void table(Relation table, Measurement.Row row, Map<Relation, TableEffect> effects) {
    TableEffect effect = of(table, effects);
    Set<LockMode> taken = EnumSet.noneOf(LockMode.class);
    taken.addAll(row.modes());
    taken.removeAll(locks.getOrDefault(table.oid(), Set.of()));
    effect.held = LockMode.strongest(row.modes()).orElse(null);
    effect.taken = LockMode.strongest(taken).orElse(null);
    Relation now = row.relation();
    if (now == null) {
      effect.dropped = gone.add(table.oid());
      return;
    }
    Counts earlier = counts.getOrDefault(table.oid(), Counts.NONE);
    effect.rewritten = table.isTable() && isRewritten(table.oid(), now);
    effect.scanned = table.isTable() && row.counts().scans() > earlier.scans();
    effect.changed = row.counts().changed() - earlier.changed();
  }

  private void index(Relation index, Measurement.Row row, Map<Relation, TableEffect> effects) {
    Relation table = before.relation(index.table()).orElse(null);
    Relation now = row.relation();
    if (table == null || now == null) {
      return;
    }
    TableEffect effect = of(table, effects);
    effect.indexLocked |= row.modes().contains(LockMode.ACCESS_EXCLUSIVE);
    if (isRewritten(index.oid(), now)) {
      effect.built.add(now.name().name());
    }
  }

  /** A new index is built, unless it took over the file of one that was there. */
  private void built(Relation index, Map<Relation, TableEffect> effects) {
    Relation table = before.relation(index.table()).orElse(null);
    if (table != null && index.filenode() != 0 && !before.hasIndexFile(index.filenode())) {
      of(table, effects).built.add(index.name().name());
    }
  }

  /** What was done to partitions counts for their table, if that is locked as well. */
  private Map<Relation, TableEffect> merged(Map<Relation, TableEffect> effects) {
    Map<Relation, TableEffect> merged = new LinkedHashMap<>();
    effects.forEach(
        (table, effect) -> {
          TableEffect above = effects.get(before.root(table));
          if (above == null || above == effect || !above.blocks() || effect.dropped) {
            merged.put(table, effect);
          } else {
            above.add(effect);
          }
        });
    return merged;
  }
}
