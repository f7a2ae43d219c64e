package dev.autogen.cli;

import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code autogen init}. */
@Command(name = "init", description = "Writes autogen.toml for the project that it finds.")
final class InitCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The Java package of the migrations (default: db.migrations).")
  private @Nullable String migrations;

  @Option(
      names = "--from-database",
      description = "Also write a first revision that makes what is in the database already.")
  private boolean fromDatabase;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    Config config = ConfigReader.read(autogen.options().request(autogen.environment()));
    Path file = config.directory().resolve(ConfigReader.FILE_NAME);
    if (fromDatabase && Files.exists(file)) {
      return BaselineOutput.write(autogen);
    }
    if (Files.exists(file)) {
      throw AutogenException.usage(
          "The file " + file + " exists already; edit it, or remove it and run 'autogen init'.");
    }
    ProjectFacts facts = ProjectFacts.of(config);
    try {
      Files.writeString(
          file, ConfigTemplate.text(facts, migrations), StandardOpenOption.CREATE_NEW);
      GitIgnore.add(config.directory());
    } catch (FileAlreadyExistsException e) {
      throw AutogenException.usage("The file " + file + " exists already.");
    } catch (IOException e) {
      throw AutogenException.failed("The file " + file + " cannot be written: " + e, e);
    }
    if (fromDatabase) {
      console.say("Wrote " + file);
      return BaselineOutput.write(autogen);
    }
    if (json) {
      console.print(Json.text(Json.object("path", file.toString())));
      return 0;
    }
    console.print("Wrote " + file);
    facts.lines().forEach(line -> console.say("  " + line));
    console.say("Next: 'autogen revision -m \"…\"' writes the first migration.");
    return 0;
  }
}
