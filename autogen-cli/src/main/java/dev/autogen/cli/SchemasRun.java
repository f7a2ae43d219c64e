package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.run.MigrationRunner;
import dev.autogen.schema.AutogenException;
import dev.autogen.tenant.SchemaOutcome;
import dev.autogen.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a command in many schemas, and reports the outcomes. */
final class SchemasRun {

  private final Console console;
  private final Project project;
  private final AllSchemasOption option;
  private int done;

  SchemasRun(Console console, Project project, AllSchemasOption option) {
    this.console = console;
    this.project = project;
    this.option = option;
  }

  /** What is done in many schemas. */
  @FunctionalInterface
  interface Work<R> {
    List<SchemaOutcome<R>> run(List<String> schemas, int parallel, Consumer<SchemaOutcome<R>> done);
  }

  /** Lets a runner work in each of the schemas, and reports only those that fail. */
  <R> List<SchemaOutcome<R>> runners(Function<MigrationRunner, R> work) {
    return runners(work, null);
  }

  /**
   * Lets a runner work in each of the schemas.
   *
   * @param words a line for each that did not fail, where no bar shows them; null for none
   */
  <R> List<SchemaOutcome<R>> runners(
      Function<MigrationRunner, R> work, @Nullable BiFunction<String, R, String> words) {
    return run(
        (schemas, parallel, done) -> project.runner().inSchemas(schemas, parallel, work, done),
        words);
  }

  /** Works in the schemas, shows the progress, and returns the outcome of each. */
  <R> List<SchemaOutcome<R>> run(Work<R> work, @Nullable BiFunction<String, R, String> words) {
    List<String> schemas = project.runner().schemas(option.query());
    if (schemas.isEmpty()) {
      throw AutogenException.usage(
          "The query \"" + option.query() + "\" names no schema; nothing was done.");
    }
    console.track(schemas.size());
    List<SchemaOutcome<R>> outcomes =
        work.run(schemas, option.parallel(), outcome -> show(outcome, words));
    console.tracked();
    long left = outcomes.stream().filter(outcome -> !outcome.wasTried()).count();
    if (left > 0) {
      console.error(
          count(left)
              + (left == 1 ? " was" : " were")
              + " not tried, because the database could not be reached.");
    }
    return outcomes;
  }

  private <R> void show(SchemaOutcome<R> outcome, @Nullable BiFunction<String, R, String> words) {
    done++;
    if (outcome.failed() && outcome.wasTried()) {
      console.error(Visible.line(outcome.schema()) + ": " + outcome.message().orElse(""));
    } else if (words != null && !console.isTracking()) {
      outcome.found().map(found -> words.apply(outcome.schema(), found)).ifPresent(console::say);
    }
    console.advance(done, outcome.schema());
  }

  /** {@code 1 schema}, {@code 20 schemas}. */
  static String count(long schemas) {
    return schemas + (schemas == 1 ? " schema" : " schemas");
  }

  static <R> long failed(List<SchemaOutcome<R>> outcomes) {
    return outcomes.stream().filter(SchemaOutcome::failed).count();
  }

  /** {@code 20 schemas: 18 changed, 1 had nothing to do, 1 failed. Correct …} */
  static <R> String summary(List<SchemaOutcome<R>> outcomes, String found) {
    long failed = failed(outcomes);
    return count(outcomes.size())
        + ": "
        + found
        + ", "
        + failed
        + " failed."
        + (failed == 0 ? "" : " Correct what failed, and run the command again: it goes on there.");
  }

  /** The exit code, where one schema that failed weighs more than what the others answer. */
  static <R> int exit(List<SchemaOutcome<R>> outcomes, boolean no) {
    return failed(outcomes) > 0 ? AutogenException.Exit.FAILED.code() : no ? 1 : 0;
  }

  /** An object with the schema, what was found there and why it failed. */
  static <R> Map<String, Object> json(
      SchemaOutcome<R> outcome, Function<R, Map<String, Object>> found) {
    Map<String, Object> json = Json.object("schema", outcome.schema());
    outcome.found().map(found).ifPresent(json::putAll);
    json.put("error", outcome.message().orElse(null));
    return json;
  }
}
