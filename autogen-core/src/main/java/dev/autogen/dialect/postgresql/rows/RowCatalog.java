package dev.autogen.dialect.postgresql.rows;

import dev.autogen.dialect.RowRules.Column;
import dev.autogen.dialect.RowRules.Condition;
import dev.autogen.dialect.RowRules.Reach;
import dev.autogen.dialect.RowRules.Reference;
import dev.autogen.dialect.RowRules.Source;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.dialect.rows.ConditionValues;
import dev.autogen.dialect.rows.FittingValues;
import dev.autogen.schema.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the tables of a database with everything that their rows must meet, in five queries. */
final class RowCatalog {

  /** The project's ordinary and partitioned tables that get rows. */
  private static final String TABLES =
      """
      with recursive reach(oid) as (
        select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.oid::text = any (?) or (n.nspname, c.relname) in (
          select coalesce(s, pg_catalog.current_schema()), r from unnest(?::text[], ?::text[]) as name(s, r))
        union select link.other from reach join (
          select conrelid, confrelid from pg_constraint where contype = 'f'
          union all select inhparent, inhrelid from pg_inherits
        ) as link(one, other) on link.one = reach.oid
      ), t as (
        select c.oid, n.nspname, c.relname, c.relkind from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
        and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and c.relname <> all (?)
        and not exists (select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        and (? or c.oid in (select oid from reach))
      )
      """;

  private static final String COLUMNS =
      """
      select t.oid::text, nullif(t.nspname, pg_catalog.current_schema()), t.relname, a.attnum, a.attname,
        a.atttypid::bigint, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid), '') ~ '^nextval\\(',
        a.attgenerated <> ''
      from t left join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      order by t.nspname, t.relname, a.attnum
      """;

  private static final String NAMES =
      """
      array(select a.attname::text from unnest(%1$s) with ordinality k(number, position)
        join pg_attribute a on a.attrelid = %2$s and a.attnum = k.number order by position)""";

  private static final String CONSTRAINTS =
      """
      select t.oid::text, c.contype::text, c.conname, c.confrelid::text, c.condeferrable,
        case when c.contype = 'c' then pg_get_expr(c.conbin, c.conrelid) end,
        %s, %s
      from t join pg_constraint c on c.conrelid = t.oid
      where c.contype in ('c', 'f') and c.conparentid = 0
      order by t.oid, c.conname
      """
          .formatted(
              NAMES.formatted("c.conkey", "c.conrelid"),
              NAMES.formatted("c.confkey", "c.confrelid"));

  private static final String KEYS =
      """
      select t.oid::text, i.indisprimary, %s
      from t join pg_index i on i.indrelid = t.oid where i.indisunique order by i.indexrelid
      """
          .formatted(NAMES.formatted("(i.indkey::int2[])[0:i.indnkeyatts - 1]", "i.indrelid"));

  private static final String PARTITIONS =
      """
      select t.oid::text,
        array(select pg_get_partition_constraintdef(p.relid) from pg_partition_tree(t.oid) p
          where p.isleaf and p.relid <> t.oid)
      from t where t.relkind = 'p'
      """;

  private final Connection connection;
  private final String[] ownTables;
  private final Reach reach;
  private final Map<String, QualifiedName> names = new LinkedHashMap<>();
  private final Map<String, List<Column>> columns = new HashMap<>();
  private final Map<String, List<String>> primaryKeys = new HashMap<>();
  private final Map<String, List<List<String>>> uniques = new HashMap<>();
  private final Map<String, List<Reference>> references = new HashMap<>();
  private final Map<String, List<Condition>> conditions = new HashMap<>();

  RowCatalog(Connection connection, Set<String> ownTables, Reach reach) {
    this.connection = connection;
    this.reach = reach;
    this.ownTables = ownTables.toArray(String[]::new);
  }

  List<Table> tables() throws SQLException {
    ValueTypes types = ValueTypes.read(connection);
    query(COLUMNS, row -> column(row, types));
    query(KEYS, this::key);
    query(CONSTRAINTS, this::constraint);
    query(PARTITIONS, this::partitions);
    List<Table> tables = new ArrayList<>();
    names.forEach((identity, name) -> tables.add(table(identity, name)));
    return tables;
  }

  private Table table(String identity, QualifiedName name) {
    List<Condition> all = conditions.getOrDefault(identity, List.of());
    Set<String> inKeys = new HashSet<>();
    uniques.getOrDefault(identity, List.of()).forEach(inKeys::addAll);
    return new Table(
        identity,
        name,
        columns.getOrDefault(identity, List.of()).stream()
            .map(
                each ->
                    FittingValues.of(
                        each,
                        SampleValues.kind(each.plainType()),
                        SampleValues.WRITER,
                        inKeys.contains(each.name()),
                        all))
            .map(each -> arrays(each, all))
            .toList(),
        primaryKeys.getOrDefault(identity, List.of()),
        uniques.getOrDefault(identity, List.of()),
        references.getOrDefault(identity, List.of()),
        all);
  }

  /** The same column with the arrays first that its conditions suggest. */
  private static Column arrays(Column column, List<Condition> conditions) {
    String type = column.plainType();
    if (!type.endsWith("]") || !type.startsWith("text") && !type.startsWith("char")) {
      return column;
    }
    List<String> suggested =
        ConditionValues.texts(FittingValues.hints(column, conditions), SampleValues.WRITER).stream()
            .map(text -> "array[" + SampleValues.literal(text) + "]::" + type)
            .toList();
    return FittingValues.before(column, suggested);
  }

  private void column(ResultSet row, ValueTypes types) throws SQLException {
    String table = row.getString(1);
    names.putIfAbsent(table, QualifiedName.of(row.getString(2), row.getString(3)));
    String name = row.getString(5);
    if (name == null) {
      return;
    }
    long oid = row.getLong(6);
    String type = row.getString(7);
    Source source =
        row.getBoolean(10) ? Source.COMPUTED : row.getBoolean(9) ? Source.NUMBERED : Source.ROW;
    boolean nullable = !row.getBoolean(8) && !types.isNotNull(oid);
    list(columns, table)
        .add(
            new Column(
                row.getString(4),
                name,
                type,
                types.plain(oid, type),
                nullable,
                source,
                types.values(oid, type)));
    for (String check : types.checks(oid)) {
      String sql =
          check.replaceAll(
              "\\bVALUE\\b", Matcher.quoteReplacement(PostgreSqlRowRules.quoted(name)));
      list(conditions, table).add(new Condition("domain " + type, List.of(name), sql));
    }
  }

  private void key(ResultSet row) throws SQLException {
    List<String> key = ValueTypes.list(row, 3);
    list(uniques, row.getString(1)).add(key);
    if (row.getBoolean(2)) {
      primaryKeys.put(row.getString(1), key);
    }
  }

  private void constraint(ResultSet row) throws SQLException {
    String table = row.getString(1);
    String name = row.getString(3);
    List<String> on = ValueTypes.list(row, 7);
    if (row.getString(2).equals("c")) {
      list(conditions, table).add(new Condition("check " + name, on, row.getString(6)));
    } else {
      list(references, table)
          .add(
              new Reference(
                  name, on, row.getString(4), ValueTypes.list(row, 8), row.getBoolean(5)));
    }
  }

  private void partitions(ResultSet row) throws SQLException {
    String table = row.getString(1);
    List<String> bounds = ValueTypes.list(row, 2);
    if (bounds.isEmpty() || bounds.contains(null)) {
      return;
    }
    String sql = "(" + String.join(") or (", bounds) + ")";
    List<String> on =
        list(columns, table).stream().map(Column::name).filter(name -> names(sql, name)).toList();
    list(conditions, table).add(new Condition("the bounds of its partitions", on, sql));
  }

  private static boolean names(String sql, String column) {
    return Pattern.compile("(?<![\\w'])\"?" + Pattern.quote(column) + "\"?(?![\\w'(])")
        .matcher(sql)
        .find();
  }

  private static <T> List<T> list(Map<String, List<T>> lists, String key) {
    return lists.computeIfAbsent(key, any -> new ArrayList<>());
  }

  private Array texts(Stream<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  /** Reads one row of an answer. */
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void query(String sql, Row taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TABLES + sql)) {
      List<QualifiedName> reached = List.copyOf(reach.names());
      statement.setArray(1, texts(reach.identities().stream()));
      statement.setArray(2, texts(reached.stream().map(QualifiedName::schema)));
      statement.setArray(3, texts(reached.stream().map(QualifiedName::name)));
      statement.setArray(4, texts(Stream.of(ownTables)));
      statement.setBoolean(5, reach.all());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }
}
