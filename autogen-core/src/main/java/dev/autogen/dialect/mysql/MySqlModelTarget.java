package dev.autogen.dialect.mysql;

import dev.autogen.dialect.ModelTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate has to know of MySQL and MariaDB: the whole version, since it takes {@code 8.0}
 * for 8.0.0 and leaves checks out, and how many bytes a character has, by which it chooses between
 * {@code varchar} and {@code text}.
 */
final class MySqlModelTarget {

  /** The clauses that definitions of columns have. */
  static final Set<String> CLAUSES =
      Set.of("auto_increment", "comment", "unsigned", "zerofill", "charset", "on", "virtual");

  private MySqlModelTarget() {}

  static ModelTarget of(Server server, Connection connection) throws SQLException {
    @Nullable String bytes =
        MySqlExecutionRules.text(
            connection,
            "select maxlen from information_schema.character_sets"
                + " where character_set_name = @@character_set_database");
    return new ModelTarget(
        server.product(),
        server.version().major(),
        server.version().minor(),
        Map.of(
            "jakarta.persistence.database-product-version",
            server.version().toString(),
            "hibernate.dialect.mysql.bytes_per_character",
            bytes == null ? "4" : bytes,
            "hibernate.dialect.mysql.no_backslash_escapes",
            "false",
            "hibernate.dialect.storage_engine",
            "innodb"),
        CLAUSES,
        true);
  }
}
