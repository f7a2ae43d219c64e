package dev.autogen.workspace;

import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What a first look at a database finds in its default schema.
 *
 * @param tables the number of its tables, without those in which runners take notes
 * @param flyway whether Flyway has noted migrations there
 * @param liquibase whether Liquibase has noted changesets there
 * @param autogen whether autogen has noted revisions there
 */
public record FoundTables(int tables, boolean flyway, boolean liquibase, boolean autogen) {

  /**
   * Looks at a database. One question is asked, and nothing is changed.
   *
   * @param settings which name the tables in which autogen takes notes
   * @throws AutogenException if the database cannot be reached or read
   */
  public static FoundTables in(ProjectDatabase database, RunSettings settings) {
    int count = 0;
    boolean flyway = false;
    boolean liquibase = false;
    boolean autogen = false;
    try (Connection connection = database.open();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (tables.next()) {
        String type = String.valueOf(tables.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
        if (!type.contains("TABLE") || type.contains("SYSTEM") || type.contains("TEMPORARY")) {
          continue;
        }
        String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        switch (name) {
          case "flyway_schema_history" -> flyway = true;
          case "databasechangelog" -> liquibase = true;
          case "databasechangeloglock" -> {}
          default -> {
            boolean own = settings.ownTables().stream().anyMatch(name::equalsIgnoreCase);
            autogen |= own;
            count += own ? 0 : 1;
          }
        }
      }
      return new FoundTables(count, flyway, liquibase, autogen);
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
  }
}
