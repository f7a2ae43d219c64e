package dev.autogen.dialect.mysql;

import dev.autogen.schema.SqlType;

/** The kinds of types between which the server converts values without losing their meaning. */
enum MySqlTypeFamily {
  INTEGER,
  EXACT,
  FLOAT,
  BIT,
  TEXT,
  BYTES,
  DATE,
  MOMENT,
  CLOCK,
  YEAR,
  ENUM,
  SET,
  JSON,
  UUID,
  OTHER;

  /** The family of a type in canonical form. */
  static MySqlTypeFamily of(SqlType type) {
    if (type.schema() != null || type.dimensions() > 0) {
      return OTHER;
    }
    int blank = type.name().indexOf(' ');
    return switch (blank < 0 ? type.name() : type.name().substring(0, blank)) {
      case "tinyint", "smallint", "mediumint", "int", "bigint" -> INTEGER;
      case "decimal" -> EXACT;
      case "float", "double" -> FLOAT;
      case "bit" -> BIT;
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> TEXT;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> BYTES;
      case "date" -> DATE;
      case "datetime", "timestamp" -> MOMENT;
      case "time" -> CLOCK;
      case "year" -> YEAR;
      case "enum" -> ENUM;
      case "set" -> SET;
      case "json" -> JSON;
      case "uuid" -> UUID;
      default -> OTHER;
    };
  }

  boolean isNumber() {
    return this == INTEGER || this == EXACT || this == FLOAT;
  }
}
