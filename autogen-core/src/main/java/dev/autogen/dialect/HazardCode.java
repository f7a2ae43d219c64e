package dev.autogen.dialect;

/** The hazards that a lint can find. A code never changes its meaning. */
public enum HazardCode {
  /** An index is built while writes wait. */
  AG101,
  /** An index is dropped under a lock that stops everything. */
  AG102,
  /** An index is built again under a lock. */
  AG103,
  /** A unique constraint builds its index under a lock. */
  AG104,
  /** A primary key builds its index, or scans its table, under a lock. */
  AG105,
  /** An exclusion constraint builds its index under a lock. */
  AG106,
  /** A check scans its table under a lock. */
  AG107,
  /** {@code set not null} scans its table under a lock. */
  AG108,
  /** A foreign key scans tables under locks. */
  AG109,
  /** A new column rewrites or scans its table. */
  AG110,
  /** A change of a type rewrites or scans its table. */
  AG111,
  /** A change of a column builds indexes again. */
  AG112,
  /** A partition is attached with a scan under a lock. */
  AG113,
  /** A table is rewritten under a lock. */
  AG115,
  /** A materialized view is filled while its readers wait. */
  AG116,
  /** A constraint is validated, or a table is scanned, under a lock of the same transaction. */
  AG117,
  /** A condition of a domain scans the tables that use it. */
  AG118,
  /** A strong lock is taken for a moment. */
  AG119,
  /** A strong lock is kept while other statements run. */
  AG120,
  /** A name that the running application uses is changed. */
  AG201,
  /** Something that the running application may use is dropped. */
  AG202,
  /** A new column must have a value and says none. */
  AG203,
  /** A check refuses values that it took before. */
  AG204,
  /** A sequence counts in other steps. */
  AG206,
  /** A column of type {@code json}. */
  AG207,
  /** A foreign key has no index on its columns. */
  AG208,
  /** An index that a failed run left invalid would be taken for a good one. */
  AG209,
  /** All rows of a table are changed by one statement. */
  AG210,
  /** Tables are emptied. */
  AG211,
  /** The limit of the wait for a lock is switched off. */
  AG212,
  /** A name is longer than the database keeps. */
  AG213,
  /** A column may be null that readers know as not null. */
  AG214,
  /** A new value of an enum type is used in the transaction that adds it. */
  AG215,
  /** An index is missing between its drop and its new build. */
  AG216,
  /** A change of a type discards the statistics of a column. */
  AG217,
  /** A concurrent build has a limit for its wait. */
  AG218,
  /** Who may see what changes, or what replicas get. */
  AG219,
  /** The revision does not run on the throwaway database. */
  AG301,
  /** The revision fails on rows. */
  AG302,
  /** Something was accepted that was not found. */
  AG303;

  /** Whether it is the worse, the more rows the table has. */
  public boolean growsWithTheTable() {
    return compareTo(AG120) <= 0 || this == AG210;
  }
}
