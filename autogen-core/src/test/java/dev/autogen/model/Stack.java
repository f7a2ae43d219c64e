package dev.autogen.model;

import dev.autogen.testing.PostgreSql;
import dev.autogen.testing.PostgreSqlVersion;
import java.util.List;
import java.util.stream.Stream;

/** A version of Hibernate on a version of PostgreSQL. */
record Stack(HibernateVersion hibernate, PostgreSqlVersion database) {

  /** The newest of both. */
  static final Stack NEWEST = new Stack(HibernateVersion.V7, PostgreSqlVersion.V18);

  /** All of them, the newest first. */
  static final List<Stack> ALL =
      List.of(
          NEWEST,
          new Stack(HibernateVersion.V7, PostgreSqlVersion.V14),
          new Stack(HibernateVersion.V6, PostgreSqlVersion.V18),
          new Stack(HibernateVersion.V6, PostgreSqlVersion.V14));

  static Stream<Stack> all() {
    return ALL.stream();
  }

  DatabaseTarget target() {
    return PostgreSql.target(database.major(), 0);
  }

  @Override
  public String toString() {
    return (hibernate == HibernateVersion.V7 ? "7.4" : "6.6") + "/" + database.major();
  }
}
