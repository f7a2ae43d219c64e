package dev.autogen.workspace;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.OtherHistory;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The migrations of a project that another tool runs, such as Flyway. */
public interface OtherMigrations extends AutoCloseable {

  /** The name of the tool. */
  String runner();

  /** The tool's own command that applies the migrations. */
  String upgradeCommand();

  /** The tables in which the tool keeps what it ran. */
  Set<String> tables();

  /** The schema in which the tool looks names up; null for that of its connections. */
  @Nullable String defaultSchema();

  /**
   * The migrations as a history: each follows the one before it.
   *
   * @throws AutogenException if the tool would refuse them
   */
  RevisionGraph history();

  /** What all of them make of an empty database. */
  OtherHistory result();

  /**
   * Runs the migrations that a database of autogen's own lacks.
   *
   * @throws AutogenException if the tool refuses or one fails, in the tool's words
   */
  void migrate(ConnectionSource connections);

  /**
   * The migrations that the project's database lacks, in the order in which the tool would run
   * them. Nothing is changed there.
   *
   * @throws AutogenException if the tool refuses, or its last run failed
   */
  List<RevisionScript> pending();

  /** The migration that the project's database is at; none if the tool ran nothing there. */
  List<String> current();

  /**
   * The failure of a command that is the tool's job.
   *
   * @param command the command of autogen
   */
  AutogenException refusal(String command);

  /** Makes the next call read the files again. */
  void refresh();

  @Override
  void close();
}
