package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.archive.ApplicationArchive;
import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.config.ConfigRequest;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.ProjectSurroundings;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code autogen}: what all commands share. */
@Command(
    name = "autogen",
    description = "Writes and runs database migrations from JPA entities.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    sortOptions = false)
final class AutogenCommand implements Runnable {

  @Spec private CommandSpec spec;
  @Mixin private GlobalOptions options = new GlobalOptions();

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private final boolean colours;
  private final Map<String, String> environment;
  private final Interruption interruption = new Interruption();
  private @Nullable Console console;
  private volatile @Nullable Project project;
  private volatile String application = "";

  AutogenCommand(
      PrintWriter out,
      PrintWriter err,
      boolean terminal,
      boolean colours,
      Map<String, String> environment) {
    this.colours = colours;
    this.terminal = terminal;
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  GlobalOptions options() {
    return options;
  }

  Map<String, String> environment() {
    return environment;
  }

  Interruption interruption() {
    return interruption;
  }

  /** Ends what the command does on databases, from another thread. */
  void interrupt() {
    interruption.raise();
    Project open = project;
    if (open != null) {
      open.interrupt();
    }
  }

  /** Takes the databases away from a command that does not end by {@link #interrupt}. */
  void abort() {
    Project open = project;
    if (open != null) {
      open.abort();
    }
  }

  /** Whether the command may have something to undo on a database. */
  boolean isAtWork() {
    Project open = project;
    return open != null && open.isAtWork();
  }

  synchronized Console console() {
    if (console == null) {
      boolean quiet = options.quiet() && !options.verbose();
      boolean draws = terminal && !"dumb".equals(environment.get("TERM"));
      console =
          new Console(
              out,
              err,
              terminal,
              colours,
              draws,
              quiet,
              options.verbose(),
              interruption,
              () -> TerminalWidth.of(environment));
    }
    return console;
  }

  /** Whether the result is for programs, where a command knows text and JSON alone. */
  boolean json() {
    GlobalOptions.Format format = options.format();
    if (format != GlobalOptions.Format.TEXT && format != GlobalOptions.Format.JSON) {
      throw AutogenException.usage(
          "--format "
              + format.word()
              + " is for 'autogen "
              + format.command()
              + "'; use text or json.");
    }
    return format == GlobalOptions.Format.JSON;
  }

  /** A message whose commands name the application that this command was given. */
  String advising(String message) {
    return NextCommands.with(application, message);
  }

  /** The project that the options name. */
  Project open() {
    return open(UnaryOperator.identity());
  }

  /** The project that the options name, with settings of the command's own. */
  Project open(UnaryOperator<Config> settings) {
    return open(settings, options.request(environment), null);
  }

  /** The project that the options name, or the delivered application. */
  Project open(JarOption jar) {
    return open(jar, UnaryOperator.identity());
  }

  /** The project or the delivered application, with settings of the command's own. */
  Project open(JarOption jar, UnaryOperator<Config> settings) {
    application = jar.text();
    ConfigRequest request = options.request(environment);
    ApplicationArchive delivered = jar.open();
    if (delivered == null) {
      return open(settings, request, null);
    }
    try {
      console().detail("application: " + delivered.description());
      return open(
          config -> settings.apply(jar.addTo(config)),
          request.withApplication(delivered.resources()),
          delivered);
    } catch (RuntimeException e) {
      delivered.close();
      throw e;
    }
  }

  private Project open(
      UnaryOperator<Config> settings,
      ConfigRequest request,
      @Nullable ApplicationArchive delivered) {
    Config read = ConfigReader.read(request);
    Map<String, String> arguments = new HashMap<>(read.runner().arguments());
    arguments.putAll(options.arguments());
    Config config = settings.apply(read.withRunner(read.runner().withArguments(arguments)));
    Console console = console();
    config.origins().forEach(console::detail);
    config.database().warnings().forEach(console::warning);
    Project opened =
        Project.open(
            config,
            new ProjectSurroundings(
                    Distribution.bundledHibernate(), Distribution::spareRunner, null, console)
                .running(delivered));
    project = opened;
    if (interruption.isRaised()) {
      opened.interrupt();
    }
    return opened;
  }
}
