package dev.autogen.dialect.h2;

import dev.autogen.schema.SqlType;

/** The kinds of types between which H2 converts values without losing their meaning. */
enum H2TypeFamily {
  INTEGER,
  EXACT,
  FLOAT,
  TEXT,
  BYTES,
  DAY,
  CLOCK,
  BOOLEAN,
  UUID,
  ENUM,
  JSON,
  OTHER;

  /** The family of a type in canonical form. */
  static H2TypeFamily of(SqlType type) {
    if (type.schema() != null || type.dimensions() > 0) {
      return OTHER;
    }
    return switch (type.name()) {
      case "tinyint", "smallint", "integer", "bigint" -> INTEGER;
      case "numeric", "decfloat" -> EXACT;
      case "real", "double precision" -> FLOAT;
      case "varchar", "varchar_ignorecase", "char", "clob" -> TEXT;
      case "binary", "varbinary", "blob" -> BYTES;
      case "date", "timestamp", "timestamptz" -> DAY;
      case "time", "timetz" -> CLOCK;
      case "boolean" -> BOOLEAN;
      case "uuid" -> UUID;
      case "enum" -> ENUM;
      case "json" -> JSON;
      default -> OTHER;
    };
  }

  boolean isNumber() {
    return this == INTEGER || this == EXACT || this == FLOAT;
  }
}
