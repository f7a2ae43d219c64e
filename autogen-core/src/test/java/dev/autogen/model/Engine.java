package dev.autogen.model;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.h2.H2Dialect;
import dev.autogen.dialect.mysql.MySqlDialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.dialect.sqlite.SqliteDialect;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import dev.autogen.testing.MySqlServer;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import java.util.Map;
import java.util.Set;

/** The databases on which changes of entities are tried. */
enum Engine {
  POSTGRESQL_18("18", "pg", new PostgreSqlDialect(), PostgreSql.target(18, 0)) {
    @Override
    ChangeBench bench() {
      return new ChangeBench.OneTransaction(PostgreSqlVersion.V18);
    }
  },
  POSTGRESQL_14("14", "pg", new PostgreSqlDialect(), PostgreSql.target(14, 0)) {
    @Override
    ChangeBench bench() {
      return new ChangeBench.OneTransaction(PostgreSqlVersion.V14);
    }
  },
  H2("H2", "h2", new H2Dialect(), null) {
    @Override
    ChangeBench bench() {
      return new ChangeBench.InMemory();
    }
  },
  MARIADB("MariaDB", "maria", mySql("jdbc:mariadb:"), mySqlTarget("MariaDB", 11, 4, "11.4.5")) {
    @Override
    ChangeBench bench() {
      return new MySqlBench(MySqlServer.MARIADB, dialect());
    }
  },
  MYSQL("MySQL", "mysql", mySql("jdbc:mysql:"), mySqlTarget("MySQL", 8, 0, "8.0.31")) {
    @Override
    ChangeBench bench() {
      return new MySqlBench(MySqlServer.MYSQL, dialect());
    }
  },
  SQLITE(
      "SQLite",
      "sqlite",
      new SqliteDialect(),
      new DatabaseTarget("SQLite", 3, 54, "", new SqliteDialect().textRules())) {
    @Override
    ChangeBench bench() {
      return new ChangeBench.SqliteMemory();
    }
  };

  private final String label;
  private final String word;
  private final Dialect dialect;
  private final DatabaseTarget target;

  Engine(String label, String word, Dialect dialect, DatabaseTarget target) {
    this.label = label;
    this.word = word;
    this.dialect = dialect;
    this.target =
        target == null ? new DatabaseTarget("H2", 2, 4, "public", dialect.textRules()) : target;
  }

  private static Dialect mySql(String url) {
    return new MySqlDialect().of(url);
  }

  private static DatabaseTarget mySqlTarget(String product, int major, int minor, String version) {
    return new DatabaseTarget(
        product,
        major,
        minor,
        "bench",
        new MySqlDialect().textRules(),
        Map.of(
            "jakarta.persistence.database-product-version", version,
            "hibernate.dialect.mysql.bytes_per_character", "4",
            "hibernate.dialect.mysql.no_backslash_escapes", "false",
            "hibernate.dialect.storage_engine", "innodb"),
        Set.of("auto_increment", "comment", "unsigned", "zerofill", "charset", "on", "virtual"),
        true);
  }

  /** Whether it is MariaDB or MySQL. */
  boolean isMySql() {
    return this == MARIADB || this == MYSQL;
  }

  /** Whether it runs on this machine. */
  boolean isThere() {
    return this == MARIADB
        ? MySqlServer.MARIADB.isThere()
        : this != MYSQL || MySqlServer.MYSQL.isThere();
  }

  /** A place to try changes on; the caller closes it. */
  abstract ChangeBench bench();

  /** The head of its column in the table of what is covered. */
  String label() {
    return label;
  }

  /** The word by which cases say that a part is meant for it. */
  String word() {
    return word;
  }

  /** The query in its own words: {@code RETURNING} is PostgreSQL's. */
  String query(String sql) {
    if (isMySql()) {
      return inBackticks(sql);
    }
    return this == H2
        ? sql.replaceAll("(?s)^(insert .*) returning (.*)$", "select $2 from final table ($1)")
        : sql;
  }

  /** MySQL's quotes around names, and MariaDB's way to draw a number. */
  private String inBackticks(String sql) {
    StringBuilder result = new StringBuilder();
    int end = 0;
    for (Token token : TextRules.standard().tokens(sql)) {
      result.append(sql, end, token.start());
      result.append(
          token.kind() == Token.Kind.QUOTED
              ? dialect.textRules().names().quoted(token.text())
              : sql.substring(token.start(), token.end()));
      end = token.end();
    }
    return result
        .toString()
        .replaceAll(
            "nextval\\('([^']+)'\\)",
            this == MARIADB ? "nextval($1)" : "(select next_val from $1)");
  }

  Dialect dialect() {
    return dialect;
  }

  DatabaseTarget target() {
    return target;
  }
}
