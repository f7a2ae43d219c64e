package dev.autogen.cli;

import dev.autogen.config.MigrationFormat;
import dev.autogen.schema.AutogenException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runner goes on running the migrations of a project that gets autogen. */
final class KeptRunnerOptions {

  @Option(
      names = "--keep-flyway",
      negatable = true,
      description =
          "Whether Flyway goes on running the migrations, whose files autogen writes (default: yes,"
              + " where it does now).")
  private @Nullable Boolean flyway;

  @Option(
      names = "--keep-liquibase",
      negatable = true,
      description =
          "Whether Liquibase goes on running the changelog, whose changesets autogen writes"
              + " (default: yes, where it does now).")
  private @Nullable Boolean liquibase;

  /**
   * The form of the migrations: what was answered; without an answer, what the project does now.
   *
   * @param ownRunner the option that lets autogen run the migrations, or null
   * @throws AutogenException if the answers contradict each other, or one is needed
   */
  MigrationFormat format(ProjectFacts facts, @Nullable String ownRunner, Console console) {
    boolean keepsFlyway = Boolean.TRUE.equals(flyway);
    boolean keepsLiquibase = Boolean.TRUE.equals(liquibase);
    if (keepsFlyway && keepsLiquibase) {
      throw AutogenException.usage(
          "--keep-flyway and --keep-liquibase: one runner alone can change a schema; leave one out."
              + " Nothing was written.");
    }
    if (ownRunner != null && (keepsFlyway || keepsLiquibase)) {
      throw AutogenException.usage(
          ownRunner
              + " lets autogen run the migrations, and "
              + (keepsFlyway ? "--keep-flyway lets Flyway" : "--keep-liquibase lets Liquibase")
              + "; leave one out. Nothing was written.");
    }
    if (keepsFlyway || keepsLiquibase) {
      return keepsFlyway ? MigrationFormat.FLYWAY : MigrationFormat.LIQUIBASE;
    }
    return ownRunner == null ? found(facts, console) : MigrationFormat.JAVA;
  }

  private MigrationFormat found(ProjectFacts facts, Console console) {
    String byFlyway = flyway == null ? facts.writers().flyway() : null;
    String byLiquibase = liquibase == null ? facts.writers().liquibase() : null;
    if (byFlyway != null && byLiquibase != null && !console.isTerminal()) {
      throw AutogenException.usage(
          "The project has Flyway ("
              + byFlyway
              + ") and Liquibase ("
              + byLiquibase
              + "). Which of them changes the tables of the entities? Answer with --keep-flyway,"
              + " --keep-liquibase, or both --no-keep-flyway and --no-keep-liquibase. Nothing was"
              + " written.");
    }
    if (byFlyway != null && goesOn(console, "Flyway", byFlyway, "files")) {
      return MigrationFormat.FLYWAY;
    }
    return byLiquibase != null && goesOn(console, "Liquibase", byLiquibase, "changesets")
        ? MigrationFormat.LIQUIBASE
        : MigrationFormat.JAVA;
  }

  private static boolean goesOn(Console console, String runner, String place, String files) {
    return !console.isTerminal()
        || console.agrees(
            runner
                + " runs the migrations in "
                + place
                + ". Let it go on, with "
                + files
                + " that autogen writes and proves? [Y/n] ");
  }
}
