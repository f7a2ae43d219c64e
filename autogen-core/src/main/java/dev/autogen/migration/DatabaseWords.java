package dev.autogen.migration;

import dev.autogen.schema.Column;

/** What the words of a migration mean on the database that it runs on. */
public interface DatabaseWords {

  /** Words that mean what they say: those of a migration for one kind of database. */
  DatabaseWords OWN =
      new DatabaseWords() {
        @Override
        public String dialect() {
          return "";
        }

        @Override
        public Column column(Column written) {
          return written;
        }
      };

  /** The kind of database, such as {@code mysql}; empty where the migration is for one kind. */
  String dialect();

  /** A column in the database's own types and defaults. */
  Column column(Column written);
}
