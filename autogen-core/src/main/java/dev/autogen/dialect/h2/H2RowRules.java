package dev.autogen.dialect.h2;

import dev.autogen.dialect.rows.SchemaRowRules;
import dev.autogen.dialect.rows.ValueWriter;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.sql.TextRules;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows for tables of H2. */
final class H2RowRules extends SchemaRowRules {

  private final H2Names names;

  H2RowRules(H2Names names) {
    super(new H2Inspector(names), writer(names.text()));
    this.names = names;
  }

  static ValueWriter writer(TextRules rules) {
    return new ValueWriter() {
      @Override
      public TextRules rules() {
        return rules;
      }

      /** A plain text would become a document that is one text. */
      @Override
      public String document(String json) {
        return "json " + text(json);
      }
    };
  }

  @Override
  protected Types types(Connection connection, Schema schema) throws SQLException {
    Set<String> schemas = new H2Inspector(names).schemas(connection);
    return new H2RowTypes(names, schema, H2Domains.read(connection, names, schemas));
  }

  @Override
  protected Set<String> schemas(Connection connection) throws SQLException {
    return new H2Inspector(names).schemas(connection);
  }

  @Override
  public String withOwnNumbers() {
    return "overriding system value";
  }

  @Override
  public @Nullable String text(ResultSet row, int column) throws SQLException {
    byte @Nullable [] bytes = bytes(row, column);
    return bytes == null ? row.getString(column) : text().literalOf(bytes);
  }

  @Override
  public String literal(ResultSet row, int column) throws SQLException {
    byte @Nullable [] bytes = bytes(row, column);
    return bytes == null ? super.literal(row, column) : text().literalOf(bytes);
  }

  private static byte @Nullable [] bytes(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value instanceof Blob blob) {
      return blob.getBytes(1, (int) blob.length());
    }
    return value instanceof byte[] bytes ? bytes : null;
  }

  @Override
  public List<String> names(SQLException failure, String statement) {
    return super.names(failure, statement).stream().map(text().names()::named).toList();
  }

  @Override
  public String words(SQLException failure, String statement) {
    return new H2ExecutionRules(names).describe(failure, statement);
  }

  /** This holds for all sessions, and the database is one that is thrown away. */
  @Override
  public List<String> postpone(QualifiedName table, Reference reference) {
    return List.of("set referential_integrity false");
  }

  @Override
  public List<String> restore(QualifiedName table, Reference reference) {
    return List.of("set referential_integrity true");
  }
}
