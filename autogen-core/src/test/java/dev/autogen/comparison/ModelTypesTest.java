package dev.autogen.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.model.EntityModel;
import dev.autogen.model.TestProject;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions of columns that were written for another database. */
class ModelTypesTest {

  private static final Dialect DIALECT = new PostgreSqlDialect();

  /** A type of one's own that Hibernate has no name for. */
  private static final String RAW_TYPE =
      """
      public class Raw implements org.hibernate.usertype.UserType<String> {
        public int getSqlType() { return java.sql.Types.OTHER; }
        public Class<String> returnedClass() { return String.class; }
        public boolean equals(String a, String b) { return a.equals(b); }
        public int hashCode(String a) { return a.hashCode(); }
        public String deepCopy(String a) { return a; }
        public boolean isMutable() { return false; }
        public java.io.Serializable disassemble(String a) { return a; }
        public String assemble(java.io.Serializable a, Object o) { return (String) a; }
      }
      """;

  @TempDir Path directory;

  @Test
  void areRefusedWithTheAttributeAndWhatToWriteInstead() throws SQLException {
    EntityModel model =
        model(
            column("LONGTEXT", "String note")
                + column("DATETIME", "java.time.LocalDateTime seen")
                + column("TINYINT(1)", "boolean open")
                + column("INT(11)", "int stock")
                + column("varchar(36)", "String fine"));

    AutogenException failure =
        catchThrowableOfType(AutogenException.class, () -> warnings(model, "select 1"));

    assertThat(failure.getMessage().lines())
        .containsExactlyInAnyOrder(
            line("note", "longtext", "text"),
            line("seen", "datetime", "timestamp"),
            line("open", "tinyint(1)", "boolean"),
            line("stock", "integer(11)", "integer"));
  }

  @Test
  void areNoneWhereTheDatabaseHasATypeOfThatName() throws SQLException {
    EntityModel model = model(column("datetime", "java.time.LocalDateTime seen"));

    assertThat(warnings(model, "create domain datetime as timestamp")).isEmpty();
  }

  @Test
  void areWarnedOfWhereAnExtensionMayBringThem() throws SQLException {
    EntityModel model = model(column("vector(3)", "String embedding"));

    assertThat(warnings(model, "select 1"))
        .containsExactly(
            "shop.Item.embedding (column item.embedding) has the type 'vector(3)', which the"
                + " database does not have. If an extension or a type of your own brings it,"
                + " create that in an earlier migration.");
  }

  @Test
  void areExplainedWhereLobIsNoText() throws SQLException {
    EntityModel model = model("@Lob String note; @Lob byte[] scan; @Lob String large;");

    assertThat(
            warnings(
                model,
                "create table item (id bigint primary key, note text, scan bytea, large oid)"))
        .containsExactlyInAnyOrder(
            "shop.Item.note (column item.note) becomes oid: @Lob makes Hibernate keep a large"
                + " object and its oid here; for text write"
                + " @JdbcTypeCode(SqlTypes.LONG32VARCHAR) instead of @Lob.",
            "shop.Item.scan (column item.scan) becomes oid: @Lob makes Hibernate keep a large"
                + " object and its oid here; for bytea leave @Lob out.");
  }

  @Test
  void areTheDatabasesWhereHibernateHasNoNameForThem() throws SQLException {
    EntityModel model =
        model(
            "@Type(Raw.class) String data; @Type(Raw.class) @Column(nullable = false) String span;"
                + " @JdbcTypeCode(java.sql.Types.OTHER) String code;"
                + " @Type(Raw.class) @Column(columnDefinition = \"inet\") String"
                + " host;");

    assertThat(
            operations(
                model,
                "create table item (id bigint primary key, data json, span int4range, code xml, host cidr)"))
        .containsExactlyInAnyOrder(
            "alter column item.host: type cidr to inet", "alter column item.span: set not null");
  }

  @Test
  void areAskedForWhereNeitherHibernateNorTheDatabaseHasThem() {
    EntityModel model = model("@Type(Raw.class) String data; String fine;");

    AutogenException failure =
        catchThrowableOfType(
            AutogenException.class,
            () -> warnings(model, "create table item (id bigint primary key)"));

    assertThat(failure)
        .hasMessage(
            "shop.Item.data (column item.data): Hibernate does not say which type a new column has."
                + " Write it, such as @Column(columnDefinition = \"jsonb\").");
  }

  private static String column(String definition, String field) {
    return "@Column(columnDefinition = \"" + definition + "\") " + field + ";";
  }

  private static String line(String column, String type, String replacement) {
    return "shop.Item.%1$s (column item.%1$s): PostgreSQL has no type '%2$s'. Write %3$s in its columnDefinition, or leave that out."
        .formatted(column, type, replacement);
  }

  private EntityModel model(String fields) {
    return new TestProject(directory)
        .entity("shop.Item", fields)
        .source("shop.Raw", RAW_TYPE)
        .compile()
        .read();
  }

  private static List<String> operations(EntityModel model, String sql) throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      database.execute(sql);
      return compared(model, connection).comparison().operations().stream()
          .map(Operation::summary)
          .toList();
    }
  }

  private static SchemaComparison compared(EntityModel model, Connection connection)
      throws SQLException {
    return SchemaComparison.of(
        model.schema(),
        connection,
        DIALECT,
        InspectionScope.defaultSchema(),
        DiffOptions.everything());
  }

  private static List<String> warnings(EntityModel model, String sql) throws SQLException {
    List<String> warnings = new ArrayList<>();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.connect()) {
      database.execute(sql);
      SchemaComparison compared = compared(model, connection);
      new ModelTypes(DIALECT, model).check(compared, connection, warnings::add);
      new ModelTypes(DIALECT, model).advise(compared, warnings::add);
    }
    return warnings;
  }
}
