package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.Hazard.Measured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement did to a table that was there before the migration. */
final class TableEffect {

  final Relation table;

  /** The strongest lock that the transaction holds after it. */
  @Nullable LockMode held;

  /** The strongest lock that it took itself; null where the transaction had all of them. */
  @Nullable LockMode taken;

  /** Whether an index that was there is locked so that no query can use the table. */
  boolean indexLocked;

  boolean rewritten;
  boolean scanned;
  boolean dropped;
  long changed;
  final List<String> built = new ArrayList<>();

  TableEffect(Relation table) {
    this.table = table;
  }

  /** Adds what was done to a partition. */
  void add(TableEffect partition) {
    rewritten |= partition.rewritten;
    scanned |= partition.scanned;
    indexLocked |= partition.indexLocked;
    changed += partition.changed;
    built.addAll(partition.built);
  }

  /** Whether it took long on a large table. */
  boolean works() {
    return rewritten || scanned || !built.isEmpty();
  }

  boolean blocksReads() {
    return indexLocked || held != null && held.blocksReads();
  }

  /** Whether reads or writes of the table wait. A materialized view is only read. */
  boolean blocks() {
    boolean writes = held != null && held.blocksWrites() && !table.isMaterializedView();
    return blocksReads() || writes;
  }

  boolean tookStrong() {
    return taken != null
        && (table.isMaterializedView() ? taken.blocksReads() : taken.blocksWrites());
  }

  Measured measured() {
    LockMode mode = held;
    return new Measured(
        mode == null ? null : mode.words(),
        rewritten || !built.isEmpty(),
        scanned,
        blocksReads() ? "reads and writes" : mode == null ? "nothing" : mode.blocks());
  }

  /** The readers and writers that wait, as the beginning of a sentence. */
  String who() {
    String name = table.name().toString();
    return blocksReads() ? "every read and write of " + name : "every write to " + name;
  }

  /** What they wait for, as the end of a sentence. */
  String work() {
    if (rewritten) {
      return "while it is rewritten";
    }
    String index = built.isEmpty() ? "" : built.get(0);
    return index.isEmpty()
        ? "while it is scanned"
        : "while the index " + index + " is built" + (built.size() > 1 ? ", and others" : "");
  }
}
