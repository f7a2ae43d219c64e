package dev.autogen.model;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.h2.H2Dialect;
import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;

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
    return this == H2
        ? sql.replaceAll("(?s)^(insert .*) returning (.*)$", "select $2 from final table ($1)")
        : sql;
  }

  Dialect dialect() {
    return dialect;
  }

  DatabaseTarget target() {
    return target;
  }
}
