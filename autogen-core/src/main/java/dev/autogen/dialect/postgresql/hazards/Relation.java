package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.schema.QualifiedName;

/**
 * A relation of the catalog.
 *
 * @param name its name; without a schema where that is the default one
 * @param kind {@code relkind}
 * @param table the table of an index, or the relation itself
 * @param parent the partitioned table of a partition, or 0
 * @param filenode changes when it is written anew; 0 where it has no storage
 * @param own whether it is one of autogen's own
 */
record Relation(
    long oid, QualifiedName name, char kind, long table, long parent, long filenode, boolean own) {

  boolean isIndex() {
    return kind == 'i' || kind == 'I';
  }

  /** Whether people read and write rows in it. */
  boolean isTable() {
    return kind == 'r' || kind == 'p' || kind == 'm' || kind == 'f';
  }

  boolean isMaterializedView() {
    return kind == 'm';
  }

  /** The word for its kind. */
  String word() {
    return switch (kind) {
      case 'm' -> "materialized view";
      case 'v' -> "view";
      case 'S' -> "sequence";
      case 'i', 'I' -> "index";
      case 'f' -> "foreign table";
      default -> "table";
    };
  }
}
