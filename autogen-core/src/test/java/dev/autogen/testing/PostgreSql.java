package dev.autogen.testing;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.diff.Catalogs;
import dev.autogen.model.DatabaseTarget;
import dev.autogen.operation.SchemaChange;
import dev.autogen.sql.TextRules;

/** What tests on PostgreSQL share. */
public final class PostgreSql {

  public static final TextRules TEXT = PostgreSqlText.RULES;
  public static final SchemaChange EFFECTS = new SchemaChange(TEXT);
  public static final Catalogs CATALOGS = new Catalogs(TEXT);

  private PostgreSql() {}

  /** The target of a model for a server of that version. */
  public static DatabaseTarget target(int major, int minor) {
    return new DatabaseTarget("PostgreSQL", major, minor, "public", TEXT);
  }
}
