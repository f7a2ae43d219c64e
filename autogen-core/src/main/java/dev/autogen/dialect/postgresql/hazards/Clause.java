package dev.autogen.dialect.postgresql.hazards;

import dev.autogen.schema.QualifiedName;

/**
 * An action of {@code alter table}.
 *
 * @param name the column or constraint that it is about; empty where it has none
 * @param text the action as it is written
 * @param unique whether it makes a column that is unique
 * @param primary whether it makes a column that is the primary key
 */
record Clause(Kind kind, String name, String text, boolean unique, boolean primary) {

  enum Kind {
    ADD_COLUMN,
    DROP_COLUMN,
    TYPE,
    SET_NOT_NULL,
    SET_EXPRESSION,
    ADD_CHECK,
    ADD_NOT_NULL,
    ADD_UNIQUE,
    ADD_PRIMARY_KEY,
    ADD_EXCLUSION,
    ADD_FOREIGN_KEY,
    VALIDATE,
    ATTACH,
    DETACH,
    REWRITE,
    ROW_SECURITY,
    REPLICA_IDENTITY,
    OTHER
  }

  static Clause of(Words words) {
    String text = words.rest();
    if (words.take("add")) {
      return added(words, text);
    } else if (words.take("alter")) {
      words.take("column");
      return altered(words, text);
    } else if (words.take("drop") && !words.take("constraint")) {
      words.take("column");
      words.take("if", "exists");
      return plain(Kind.DROP_COLUMN, name(words), text);
    } else if (words.take("validate", "constraint")) {
      return plain(Kind.VALIDATE, name(words), text);
    } else if (words.take("attach", "partition")) {
      return plain(Kind.ATTACH, name(words), text);
    } else if (words.take("detach", "partition")) {
      return plain(Kind.DETACH, name(words), text);
    } else if (words.at("set", "logged")
        || words.at("set", "unlogged")
        || words.at("set", "access", "method")
        || words.at("set", "tablespace")) {
      return plain(Kind.REWRITE, "", text);
    } else if (words.take("replica", "identity")) {
      return plain(Kind.REPLICA_IDENTITY, "", text);
    } else if (words.has("row", "level", "security")) {
      return plain(Kind.ROW_SECURITY, words.next(), text);
    }
    return plain(Kind.OTHER, "", text);
  }

  private static Clause plain(Kind kind, String name, String text) {
    return new Clause(kind, name, text, false, false);
  }

  private static String name(Words words) {
    return words.name().map(QualifiedName::name).orElse("");
  }

  private static Clause added(Words words, String text) {
    String name = words.take("constraint") ? name(words) : "";
    Kind constraint = constraint(words);
    if (constraint != Kind.OTHER) {
      return plain(constraint, name, text);
    }
    words.take("column");
    words.take("if", "not", "exists");
    String column = name(words);
    return new Clause(
        Kind.ADD_COLUMN, column, text, words.has("unique"), words.has("primary", "key"));
  }

  private static Kind constraint(Words words) {
    if (words.at("check", "(")) {
      return Kind.ADD_CHECK;
    } else if (words.at("not", "null")) {
      return Kind.ADD_NOT_NULL;
    } else if (words.at("unique")) {
      return Kind.ADD_UNIQUE;
    } else if (words.at("primary", "key")) {
      return Kind.ADD_PRIMARY_KEY;
    } else if (words.at("exclude")) {
      return Kind.ADD_EXCLUSION;
    } else if (words.at("foreign", "key")) {
      return Kind.ADD_FOREIGN_KEY;
    }
    return Kind.OTHER;
  }

  private static Clause altered(Words words, String text) {
    String column = name(words);
    Kind kind = Kind.OTHER;
    if (words.at("type") || words.at("set", "data", "type")) {
      kind = Kind.TYPE;
    } else if (words.at("set", "not", "null")) {
      kind = Kind.SET_NOT_NULL;
    } else if (words.at("set", "expression")) {
      kind = Kind.SET_EXPRESSION;
    }
    return plain(kind, column, text);
  }

  /** Whether it may be the reason that the table is read as a whole. */
  boolean scans() {
    return switch (kind) {
      case SET_NOT_NULL, ADD_CHECK, ADD_NOT_NULL, ADD_FOREIGN_KEY, VALIDATE, ATTACH -> true;
      case ADD_PRIMARY_KEY, ADD_COLUMN, TYPE -> true;
      default -> false;
    };
  }

  /** Whether it may be the reason that the table is written anew. */
  boolean rewrites() {
    return switch (kind) {
      case ADD_COLUMN, TYPE, SET_EXPRESSION, REWRITE -> true;
      default -> false;
    };
  }

  /** Whether it may be the reason that an index is built. */
  boolean builds() {
    return switch (kind) {
      case ADD_UNIQUE, ADD_PRIMARY_KEY, ADD_EXCLUSION, TYPE -> true;
      case ADD_COLUMN -> unique || primary;
      default -> false;
    };
  }
}
