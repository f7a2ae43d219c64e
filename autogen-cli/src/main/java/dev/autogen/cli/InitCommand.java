package dev.autogen.cli;

import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.config.MigrationFormat;
import dev.autogen.file.WriterLock;
import dev.autogen.workspace.ProjectLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private KeptRunnerOptions runner = new KeptRunnerOptions();

  @Option(
      names = "--accept",
      description = "Also accept what differs now, so that 'check' succeeds from the first day.")
  private boolean accept;

  @Option(
      names = "--edit-pom",
      description =
          "Also add to pom.xml what autogen needs: its Maven plugin, and the library that Java"
              + " migrations are compiled against.")
  private boolean editPom;

  @Override
  public Integer call() {
    Config config = ConfigReader.read(autogen.options().request(autogen.environment()));
    boolean initialised = Files.exists(config.directory().resolve(ConfigReader.FILE_NAME));
    return fromDatabase && initialised ? baseline(config) : begin(config);
  }

  /** Begins with the database, in a project that has its settings. */
  private int baseline(Config config) {
    PomFile pom = pom(config, MigrationFormat.JAVA);
    int code = new FirstState(autogen, accept).baseline();
    if (code == 0) {
      write(pom);
    }
    return code;
  }

  private int begin(Config config) {
    boolean json = autogen.json();
    Console console = autogen.console();
    ProjectFacts facts = ProjectFacts.of(config, autogen);
    InitTemplate chosen =
        template == null ? InitTemplate.fitting(facts) : InitTemplate.named(template);
    MigrationFormat format = runner.format(facts, ownRunner(chosen), console);
    MigrationsPlace place = MigrationsPlace.of(migrationsDirectory, migrationsPackage);
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of(ConfigReader.FILE_NAME), ConfigTemplate.text(facts, chosen, place, format));
    if (format == MigrationFormat.JAVA) {
      chosen.requireFitting(config.directory());
    }
    PomFile pom = pom(config, format);
    try (WriterLock lock = ProjectLock.acquire(config, console::progress)) {
      new NewFiles(config.directory(), files).write();
    }
    facts.warnings().forEach(console::warning);
    FirstState first = new FirstState(autogen, accept);
    if (fromDatabase) {
      if (!json) {
        files.keySet().forEach(file -> console.say("Wrote " + config.directory().resolve(file)));
        facts.runnersLeftAlone().forEach(console::say);
      }
      int code = first.baseline();
      if (code == 0) {
        write(pom);
      }
      return code;
    }
    write(pom);
    if (json) {
      console.printExact(Json.text(result(config, facts, chosen, format, files, first)));
      return 0;
    }
    files.keySet().forEach(file -> console.print("Wrote " + config.directory().resolve(file)));
    facts.lines().forEach(line -> console.say("  " + line));
    if (format != MigrationFormat.JAVA) {
      kept(format).forEach(console::say);
    } else {
      chosen
          .nextSteps(config.directory(), facts, place.packageName(), Version.number(), pom != null)
          .forEach(console::say);
    }
    if (accept) {
      first.accept();
      return 0;
    }
    console.say(facts.next(format));
    return 0;
  }

  /** The option that lets autogen run the migrations, or null. */
  private @Nullable String ownRunner(InitTemplate chosen) {
    if (fromDatabase) {
      return "--from-database";
    }
    return chosen == InitTemplate.SPRING_BOOT ? "--template spring-boot" : null;
  }

  private @Nullable PomFile pom(Config config, MigrationFormat format) {
    return editPom
        ? PomFile.edited(config.directory(), format == MigrationFormat.JAVA, Version.number())
        : null;
  }

  private void write(@Nullable PomFile pom) {
    if (pom != null) {
      pom.write();
      if (!autogen.json()) {
        autogen.console().say(pom.line());
      }
    }
  }

  private static List<String> kept(MigrationFormat format) {
    return format == MigrationFormat.FLYWAY
        ? List.of(
            "Flyway goes on running the migrations; autogen writes and proves its files.",
            "--no-keep-flyway would write Java migrations that autogen runs.")
        : List.of(
            "Liquibase goes on running the changelog; autogen writes and proves its changesets.",
            "--no-keep-liquibase would write Java migrations that autogen runs.");
  }

  private Map<String, Object> result(
      Config config,
      ProjectFacts facts,
      InitTemplate chosen,
      MigrationFormat format,
      Map<Path, String> files,
      FirstState first) {
    Map<String, Object> result =
        Json.object(
            "path",
            config.directory().resolve(ConfigReader.FILE_NAME).toString(),
            "template",
            chosen.word(),
            "format",
            format.word(),
            "tables",
            facts.tables() == null ? null : facts.tables().tables(),
            "files",
            files.keySet().stream().map(Path::toString).toList());
    if (accept) {
      result.put("accepted", first.accepted());
    }
    return result;
  }
}
