package dev.autogen.dialect.postgresql.hazards;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The modes of locks on tables, the weakest first (PostgreSQL manual, 13.3.1). */
enum LockMode {
  ACCESS_SHARE("AccessShareLock"),
  ROW_SHARE("RowShareLock"),
  ROW_EXCLUSIVE("RowExclusiveLock"),
  SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock"),
  SHARE("ShareLock"),
  SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock"),
  EXCLUSIVE("ExclusiveLock"),
  ACCESS_EXCLUSIVE("AccessExclusiveLock");

  private final String inCatalog;

  LockMode(String inCatalog) {
    this.inCatalog = inCatalog;
  }

  /** The mode by the name that {@code pg_locks} has for it. */
  static Optional<LockMode> named(String name) {
    for (LockMode mode : values()) {
      if (mode.inCatalog.equals(name)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  static Optional<LockMode> strongest(Collection<LockMode> modes) {
    return modes.stream().max(Comparator.naturalOrder());
  }

  /** The mode as the manual writes it. */
  String words() {
    return name().replace('_', ' ');
  }

  /** Whether plain queries wait for it. */
  boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** Whether inserts, updates and deletes wait for it. */
  boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }

  /** What waits for it, as findings say it. */
  String blocks() {
    return blocksReads() ? "reads and writes" : blocksWrites() ? "writes" : "nothing";
  }
}
