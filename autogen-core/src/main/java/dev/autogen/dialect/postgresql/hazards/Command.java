package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A statement, as far as the rules need to understand it. What it locks and rewrites is measured;
 * its words say why.
 *
 * @param names the objects that it is about
 * @param concurrently whether it has that word
 * @param clauses the actions of {@code alter table}
 */
record Command(
    Kind kind,
    String sql,
    Words words,
    List<QualifiedName> names,
    boolean concurrently,
    boolean ifExists,
    List<Clause> clauses) {

  enum Kind {
    CREATE_INDEX,
    DROP_INDEX,
    REINDEX,
    ALTER_TABLE,
    RENAME,
    DOMAIN,
    CREATE,
    DROP,
    TRUNCATE,
    UPDATE,
    DELETE,
    /** Anything else that reads or writes rows. */
    ROWS,
    CLUSTER,
    VACUUM,
    REFRESH,
    SETTING,
    SEQUENCE,
    RIGHTS,
    OTHER
  }

  /** The statements of a text that was sent as one. */
  static List<Command> all(String sql) {
    return PostgreSqlText.RULES.statements(sql).stream().map(Command::of).toList();
  }

  static Command of(String statement) {
    String sql = PostgreSqlText.RULES.afterComments(statement);
    Words words = new Words(sql);
    if (words.at("create")) {
      return created(sql, words);
    } else if (words.take("drop", "index")) {
      boolean concurrently = words.take("concurrently");
      boolean ifExists = words.take("if", "exists");
      return of(Kind.DROP_INDEX, sql, words, words.names(), concurrently, ifExists);
    } else if (words.take("drop")) {
      return dropped(sql, words);
    } else if (words.take("reindex")) {
      boolean option = words.at("(") && sql.matches("(?is)reindex\\s*\\([^)]*concurrently.*");
      words.skipParentheses();
      words.skip();
      boolean concurrently = words.take("concurrently") || option;
      return of(Kind.REINDEX, sql, words, words.names(), concurrently, false);
    } else if (words.take("alter")) {
      return altered(sql, words);
    } else if (words.take("truncate")) {
      words.take("table");
      return of(Kind.TRUNCATE, sql, words, words.names(), false, false);
    } else if (words.take("refresh", "materialized", "view")) {
      boolean concurrently = words.take("concurrently");
      return of(Kind.REFRESH, sql, words, words.names(), concurrently, false);
    } else if (words.take("vacuum")) {
      return of(Kind.VACUUM, sql, words, List.of(), false, false);
    } else if (words.take("cluster")) {
      return of(Kind.CLUSTER, sql, words, List.of(), false, false);
    }
    return ofRows(sql, words);
  }

  private static Command of(
      Kind kind,
      String sql,
      Words words,
      List<QualifiedName> names,
      boolean concurrently,
      boolean ifExists) {
    return new Command(kind, sql, words, names, concurrently, ifExists, List.of());
  }

  private static Command plain(Kind kind, String sql, Words words) {
    return of(kind, sql, words, List.of(), false, false);
  }

  private static Command ofRows(String sql, Words words) {
    if (words.take("update")) {
      return of(Kind.UPDATE, sql, words, words.names(), false, false);
    } else if (words.take("delete", "from")) {
      return of(Kind.DELETE, sql, words, words.names(), false, false);
    } else if (words.at("insert")
        || words.at("select")
        || words.at("with")
        || words.at("merge")
        || words.at("values")) {
      boolean setting = words.contains("set_config");
      return plain(setting ? Kind.SETTING : Kind.ROWS, sql, words);
    } else if (words.at("set") || words.at("reset")) {
      return plain(Kind.SETTING, sql, words);
    } else if (words.at("grant") || words.at("revoke")) {
      return plain(Kind.RIGHTS, sql, words);
    }
    return plain(Kind.OTHER, sql, words);
  }

  private static Command created(String sql, Words words) {
    words.skip();
    words.take("unique");
    if (words.take("index")) {
      boolean concurrently = words.take("concurrently");
      boolean ifNotExists = words.take("if", "not", "exists");
      Optional<QualifiedName> name = words.at("on") ? Optional.empty() : words.name();
      return of(Kind.CREATE_INDEX, sql, words, name.stream().toList(), concurrently, ifNotExists);
    }
    boolean policy = words.at("policy");
    return plain(policy ? Kind.RIGHTS : Kind.CREATE, sql, words);
  }

  private static Command dropped(String sql, Words words) {
    words.take("materialized");
    words.take("foreign");
    if (words.at("policy")) {
      return plain(Kind.RIGHTS, sql, words);
    }
    words.skip();
    boolean ifExists = words.take("if", "exists");
    return of(Kind.DROP, sql, words, words.names(), false, ifExists);
  }

  private static Command altered(String sql, Words words) {
    if (words.take("domain")) {
      return of(Kind.DOMAIN, sql, words, words.names(), false, false);
    } else if (words.take("sequence")) {
      words.take("if", "exists");
      return of(Kind.SEQUENCE, sql, words, words.names(), false, false);
    } else if (words.at("extension") || words.at("policy") || words.at("default", "privileges")) {
      return plain(Kind.RIGHTS, sql, words);
    } else if (words.take("schema") || words.take("type")) {
      return of(
          words.has("rename") ? Kind.RENAME : Kind.OTHER, sql, words, words.names(), false, false);
    }
    words.take("foreign");
    if (!words.take("table")) {
      return plain(Kind.OTHER, sql, words);
    }
    words.take("if", "exists");
    words.take("only");
    List<QualifiedName> table = words.name().stream().toList();
    words.take("*");
    boolean concurrently = words.contains("concurrently");
    List<Clause> clauses = words.parts().stream().map(Clause::of).toList();
    return new Command(Kind.ALTER_TABLE, sql, words, table, concurrently, false, clauses);
  }

  /** Whether it is planned, so that the planner decides how tables are read. */
  boolean isPlanned() {
    return kind == Kind.UPDATE || kind == Kind.DELETE || kind == Kind.ROWS;
  }

  boolean has(Clause.Kind wanted) {
    return clauses.stream().anyMatch(each -> each.kind() == wanted);
  }
}
