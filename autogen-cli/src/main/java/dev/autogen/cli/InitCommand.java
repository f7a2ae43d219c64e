package dev.autogen.cli;

import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.file.WriterLock;
import dev.autogen.schema.AutogenException;
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

  @Option(
      names = "--keep-flyway",
      negatable = true,
      description =
          "Whether Flyway goes on running the migrations, whose files autogen writes (default: yes,"
              + " where it does now).")
  private @Nullable Boolean keepFlyway;

  @Option(
      names = "--accept",
      description = "Also accept what differs now, so that 'check' succeeds from the first day.")
  private boolean accept;

  @Override
  public Integer call() {
    boolean json = autogen.json();
    Console console = autogen.console();
    Config config = ConfigReader.read(autogen.options().request(autogen.environment()));
    boolean initialised = Files.exists(config.directory().resolve(ConfigReader.FILE_NAME));
    if (fromDatabase && initialised) {
      return new FirstState(autogen, accept).baseline();
    }
    ProjectFacts facts = ProjectFacts.of(config, autogen.environment());
    InitTemplate chosen =
        template == null ? InitTemplate.fitting(facts) : InitTemplate.named(template);
    boolean flyway = keepsFlyway(facts, console);
    MigrationsPlace place = MigrationsPlace.of(migrationsDirectory, migrationsPackage);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of(ConfigReader.FILE_NAME), ConfigTemplate.text(facts, chosen, place, flyway));
    if (!flyway) {
      chosen.requireFitting(config.directory());
    }
    try (WriterLock lock = ProjectLock.acquire(config, console::progress)) {
      new NewFiles(config.directory(), files).write();
    }
    facts.warnings().forEach(console::warning);
    FirstState first = new FirstState(autogen, accept);
    if (fromDatabase && !flyway) {
      files.keySet().forEach(file -> console.say("Wrote " + config.directory().resolve(file)));
      return first.baseline();
    }
    if (json) {
      Map<String, Object> result =
          Json.object(
              "path",
              config.directory().resolve(ConfigReader.FILE_NAME).toString(),
              "template",
              chosen.word(),
              "format",
              flyway ? "flyway" : "java",
              "files",
              files.keySet().stream().map(Path::toString).toList());
      if (accept) {
        result.put("accepted", first.accepted());
      }
      console.printExact(Json.text(result));
      return 0;
    }
    files.keySet().forEach(file -> console.print("Wrote " + config.directory().resolve(file)));
    facts.lines().forEach(line -> console.say("  " + line));
    if (flyway) {
      console.say("Flyway goes on running the migrations; autogen writes and proves its files.");
      console.say("--no-keep-flyway would write Java migrations that autogen runs.");
    } else {
      chosen
          .nextSteps(
              config.directory(),
              facts,
              place.packageName(),
              InitCommand.class.getPackage().getImplementationVersion())
          .forEach(console::say);
    }
    if (accept) {
      first.accept();
      return 0;
    }
    console.say(
        flyway
            ? "Next: 'autogen check' compares the database with the entities."
            : "Next: 'autogen revision -m \"…\"' writes the first migration.");
    return 0;
  }

  /** What was answered; without an answer, what the project does now. */
  private boolean keepsFlyway(ProjectFacts facts, Console console) {
    boolean springBoot = "spring-boot".equalsIgnoreCase(template);
    if (keepFlyway != null) {
      if (keepFlyway && springBoot) {
        throw AutogenException.usage(
            "--template spring-boot lets autogen upgrade the database at the application's start,"
                + " and --keep-flyway lets Flyway; leave one out.");
      }
      return keepFlyway;
    }
    if (facts.writers().flyway() == null || springBoot) {
      return false;
    }
    return !console.isTerminal()
        || console.agrees(
            "Flyway runs the migrations in "
                + facts.writers().flyway()
                + ". Let it go on, with files that autogen writes and proves? [Y/n] ");
  }
}
