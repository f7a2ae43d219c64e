package dev.autogen.cli;

import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.file.WriterLock;
import dev.autogen.workspace.ProjectLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code autogen init}. */
@Command(name = "init", description = "Writes autogen.toml for the project that it finds.")
final class InitCommand implements Callable<Integer> {

  @ParentCommand private AutogenCommand autogen;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description =
          "Where the migrations lie, within the project (default: that of their package below"
              + " src/main/java).")
  private @Nullable Path migrationsDirectory;

  @Option(
      names = {"-t", "--template"},
      paramLabel = "NAME",
      description = "plain, maven or spring-boot (default: maven where there is a pom.xml).")
  private @Nullable String template;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description = "The Java package of the migrations (default: db.migrations).")
  private @Nullable String migrationsPackage;

  @Option(
      names = "--from-database",
      description = "Also write a first revision that makes what is in the database already.")
  private boolean fromDatabase;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    Config config = ConfigReader.read(autogen.options().request(autogen.environment()));
    boolean initialised = Files.exists(config.directory().resolve(ConfigReader.FILE_NAME));
    if (fromDatabase && initialised) {
      return BaselineOutput.write(autogen);
    }
    ProjectFacts facts = ProjectFacts.of(config);
    InitTemplate chosen =
        template == null ? InitTemplate.fitting(facts) : InitTemplate.named(template);
    MigrationsPlace place = MigrationsPlace.of(migrationsDirectory, migrationsPackage);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of(ConfigReader.FILE_NAME), ConfigTemplate.text(facts, chosen, place));
    files.putAll(chosen.files(config.directory(), place.packageName()));
    try (WriterLock lock = ProjectLock.acquire(config, console::progress)) {
      new NewFiles(config.directory(), files).write();
    }
    if (fromDatabase) {
      files.keySet().forEach(file -> console.say("Wrote " + config.directory().resolve(file)));
      return BaselineOutput.write(autogen);
    }
    if (json) {
      console.printExact(
          Json.text(
              Json.object(
                  "path",
                  config.directory().resolve(ConfigReader.FILE_NAME).toString(),
                  "template",
                  chosen.word(),
                  "files",
                  files.keySet().stream().map(Path::toString).toList())));
      return 0;
    }
    files.keySet().forEach(file -> console.print("Wrote " + config.directory().resolve(file)));
    facts.lines().forEach(line -> console.say("  " + line));
    chosen
        .nextSteps(
            config.directory(), facts, InitCommand.class.getPackage().getImplementationVersion())
        .forEach(console::say);
    console.say("Next: 'autogen revision -m \"…\"' writes the first migration.");
    return 0;
  }
}
