package dev.autogen.diff;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Schema;
import dev.autogen.testing.PostgreSql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two schemas of which the one is to become the other.
 *
 * @param seed what the pair was drawn from
 * @param renames what has another name in the second
 */
record SchemaPair(long seed, Schema first, Schema second, List<Rename> renames) {

  private static final Dialect DIALECT = new PostgreSqlDialect();

  /** A pair in which nothing has another name. */
  SchemaPair(long seed, Schema first, Schema second) {
    this(seed, first, second, List.of());
  }

  /** The same pair with other schemas. */
  SchemaPair with(Schema one, Schema other) {
    return new SchemaPair(seed, one, other, renames);
  }

  /** The first schema under the names of the second. */
  Schema renamed() {
    return Renames.of(
            second,
            first,
            (schema, table) -> schema,
            DiffOptions.everything().withRenames(renames),
            PostgreSql.TEXT)
        .actual();
  }

  /** All of several pairs at once; their names must not meet. */
  static SchemaPair union(List<SchemaPair> pairs) {
    return new SchemaPair(
        pairs.get(0).seed,
        union(pairs.stream().map(SchemaPair::first)),
        union(pairs.stream().map(SchemaPair::second)),
        pairs.stream().flatMap(pair -> pair.renames().stream()).toList());
  }

  private static Schema union(Stream<Schema> schemas) {
    return schemas.reduce(
        Schema.empty(),
        (one, other) ->
            new Schema(
                Stream.concat(one.namespaces().stream(), other.namespaces().stream())
                    .distinct()
                    .toList(),
                join(one.tables(), other.tables()),
                join(one.sequences(), other.sequences()),
                join(one.enumTypes(), other.enumTypes())));
  }

  private static <T> List<T> join(List<T> ones, List<T> others) {
    return Stream.concat(ones.stream(), others.stream()).toList();
  }

  /** The statements that create both, as a person needs them to see a fault for himself. */
  String ddl() {
    return "-- from\n" + ddl(first) + "-- to\n" + ddl(second) + "-- renamed: " + renames + "\n";
  }

  private static String ddl(Schema schema) {
    List<String> lines = new ArrayList<>();
    Schema before = Schema.empty();
    for (Operation operation : SchemaScript.create(schema, PostgreSql.TEXT)) {
      for (var sql : DIALECT.sqlRenderer().render(operation, before)) {
        lines.add(sql.sql() + ";\n");
      }
      before = PostgreSql.EFFECTS.apply(before, operation);
    }
    return String.join("", lines);
  }
}
