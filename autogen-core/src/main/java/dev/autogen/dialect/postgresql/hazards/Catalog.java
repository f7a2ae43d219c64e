package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database contained before a migration. Two queries read it, whatever its size. */
final class Catalog {

  static final String RELATION =
      "c.oid, n.nspname, n.nspname operator(pg_catalog.=) pg_catalog.current_schema() as here,"
          + " c.relname, c.relkind::pg_catalog.text as relkind,"
          + " coalesce(i.indrelid, c.oid) as owner,"
          + " coalesce((select h.inhparent from pg_catalog.pg_inherits h"
          + " where h.inhrelid operator(pg_catalog.=) c.oid and c.relispartition limit 1), 0)"
          + " as parent, coalesce(pg_catalog.pg_relation_filenode(c.oid), 0) as filenode";

  static final String JOINS =
      " left join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace"
          + " left join pg_catalog.pg_index i on i.indexrelid operator(pg_catalog.=) c.oid";

  private static final String RELATIONS =
      "select "
          + RELATION
          + ", case when c.relkind operator(pg_catalog.=) any (array['r','p','m','f','v']::\"char\"[])"
          + " then "
          + ColumnState.QUERY
          + " end as columns from pg_catalog.pg_class c"
          + JOINS
          + " where c.oid operator(pg_catalog.>=) 16384"
          + " and c.relkind operator(pg_catalog.<>) 't'"
          + " and n.nspname operator(pg_catalog.!~) '^pg_(toast|temp)'";

  /** The literals of checks, by table and columns: Hibernate writes one per enumerated column. */
  private static final String CHECKS =
      "select k.conrelid, k.conkey::pg_catalog.text, pg_catalog.pg_get_constraintdef(k.oid)"
          + " from pg_catalog.pg_constraint k where k.contype operator(pg_catalog.=) 'c'"
          + " and k.conrelid operator(pg_catalog.<>) 0"
          + " and k.oid operator(pg_catalog.>=) 16384";

  private static final String UNINDEXED =
      "select k.oid, k.conrelid, k.conname from pg_catalog.pg_constraint k"
          + " where k.contype operator(pg_catalog.=) 'f'"
          + " and k.conparentid operator(pg_catalog.=) 0 and not exists"
          + " (select from pg_catalog.pg_index i"
          + " where i.indrelid operator(pg_catalog.=) k.conrelid and i.indisvalid"
          + " and i.indpred is null and (i.indkey::pg_catalog.int2[])"
          + "[0:pg_catalog.array_length(k.conkey, 1) operator(pg_catalog.-) 1]"
          + " operator(pg_catalog.@>) k.conkey)";

  private static final String JSON =
      "select a.attrelid, a.attname from pg_catalog.pg_attribute a"
          + " join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) a.attrelid"
          + " where a.atttypid operator(pg_catalog.=) 'pg_catalog.json'::pg_catalog.regtype"
          + " and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped"
          + " and c.oid operator(pg_catalog.>=) 16384"
          + " and c.relkind operator(pg_catalog.=) any (array['r','p']::\"char\"[])";

  /** Something of a table that is found by a query. */
  record Found(long table, String key, String text) {}

  private final @Nullable String here;
  private final Map<Long, Relation> relations = new HashMap<>();
  private final Map<Long, Map<Integer, ColumnState>> columns = new HashMap<>();
  private final Set<Long> indexFiles = new HashSet<>();
  private final Set<Found> checks;
  private final Set<Found> unindexed;
  private final Set<Found> json;

  private Catalog(Connection connection, Set<String> ownTables) throws SQLException {
    here = connection.getSchema();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RELATIONS)) {
      while (row.next()) {
        Relation relation = relation(row, ownTables);
        relations.put(relation.oid(), relation);
        if (relation.isIndex()) {
          indexFiles.add(relation.filenode());
        }
        Array array = row.getArray("columns");
        if (array != null) {
          columns.put(relation.oid(), ColumnState.of((Object[]) array.getArray()));
        }
      }
    }
    checks = checks(connection);
    unindexed = unindexed(connection);
    json = json(connection);
  }

  static Catalog read(Connection connection, Set<String> ownTables) throws SQLException {
    return new Catalog(connection, ownTables);
  }

  static Relation relation(ResultSet row, Set<String> ownTables) throws SQLException {
    String name = row.getString("relname");
    String schema = row.getBoolean("here") ? null : row.getString("nspname");
    return new Relation(
        row.getLong("oid"),
        QualifiedName.of(schema, name),
        row.getString("relkind").charAt(0),
        row.getLong("owner"),
        row.getLong("parent"),
        row.getLong("filenode"),
        ownTables.contains(name));
  }

  private static Set<Found> found(Connection connection, String query, boolean numbered)
      throws SQLException {
    Set<Found> found = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        found.add(
            numbered
                ? new Found(row.getLong(2), row.getString(1), row.getString(3))
                : new Found(
                    row.getLong(1),
                    row.getString(2),
                    row.getMetaData().getColumnCount() > 2 ? row.getString(3) : ""));
      }
    }
    return found;
  }

  static Set<Found> checks(Connection connection) throws SQLException {
    return found(connection, CHECKS, false);
  }

  static Set<Found> unindexed(Connection connection) throws SQLException {
    return found(connection, UNINDEXED, true);
  }

  static Set<Found> json(Connection connection) throws SQLException {
    return found(connection, JSON, false);
  }

  /** The relation if it was there, and is not one of autogen's own. */
  Optional<Relation> relation(long oid) {
    return Optional.ofNullable(relations.get(oid)).filter(each -> !each.own());
  }

  /** The relation of a name, with its schema or without. */
  Optional<Relation> relation(QualifiedName name) {
    boolean plain = name.schema() != null && name.schema().equals(here);
    QualifiedName known = plain ? QualifiedName.of(name.name()) : name;
    return relations.values().stream()
        .filter(each -> each.name().equals(known) && !each.isIndex() && !each.own())
        .findFirst();
  }

  Collection<Relation> relations() {
    return relations.values();
  }

  /** Whether an index has that file, so that a new index may have taken it over. */
  boolean hasIndexFile(long filenode) {
    return indexFiles.contains(filenode);
  }

  Map<Integer, ColumnState> columns(long oid) {
    return columns.getOrDefault(oid, Map.of());
  }

  /** The topmost partitioned table above a relation, or the relation itself. */
  Relation root(Relation relation) {
    Relation above = relations.get(relation.parent());
    return above == null ? relation : root(above);
  }

  boolean hasColumn(Relation relation, String column) {
    return columns(relation.oid()).values().stream().anyMatch(each -> each.name().equals(column));
  }

  Set<Found> checks() {
    return checks;
  }

  Set<Found> unindexed() {
    return unindexed;
  }

  Set<Found> jsonColumns() {
    return json;
  }

  /** The relations that words of a statement may name. */
  List<Relation> named(Set<String> words) {
    return relations.values().stream()
        .filter(each -> !each.own() && words.contains(each.name().name()))
        .toList();
  }
}
