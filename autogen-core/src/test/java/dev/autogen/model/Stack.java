package dev.autogen.model;

import java.util.List;
import java.util.stream.Stream;

/** A version of Hibernate on a database. */
record Stack(HibernateVersion hibernate, Engine database) {

  /** The newest of both. */
  static final Stack NEWEST = new Stack(HibernateVersion.V7, Engine.POSTGRESQL_18);

  /** All of them, the newest first. */
  static final List<Stack> ALL =
      List.of(
          NEWEST,
          new Stack(HibernateVersion.V7, Engine.POSTGRESQL_14),
          new Stack(HibernateVersion.V6, Engine.POSTGRESQL_18),
          new Stack(HibernateVersion.V6, Engine.POSTGRESQL_14),
          new Stack(HibernateVersion.V7, Engine.H2),
          new Stack(HibernateVersion.V6, Engine.H2),
          new Stack(HibernateVersion.V7, Engine.MARIADB),
          new Stack(HibernateVersion.V6, Engine.MARIADB),
          new Stack(HibernateVersion.V7, Engine.MYSQL),
          new Stack(HibernateVersion.V6, Engine.MYSQL),
          new Stack(HibernateVersion.V7, Engine.SQLITE),
          new Stack(HibernateVersion.V6, Engine.SQLITE));

  static Stream<Stack> all() {
    return ALL.stream();
  }

  DatabaseTarget target() {
    return database.target();
  }

  @Override
  public String toString() {
    return (hibernate == HibernateVersion.V7 ? "7.4" : "6.6") + "/" + database.label();
  }
}
