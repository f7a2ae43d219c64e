package dev.autogen.cli;

import dev.autogen.file.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import picocli.CommandLine;

/**
 * Writes the manual page and the completion scripts while the build runs, into the folder that the
 * option {@code autogen.documents} names. It reads the compiled commands, so that it has a
 * compilation of its own after theirs.
 */
public final class DocumentsProcessor extends AbstractProcessor {

  private static final String DIRECTORY = "autogen.documents";
  private static final String VERSION = "autogen.version";

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(DIRECTORY, VERSION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Map<String, String> options = environment.getOptions();
    try {
      write(Path.of(options.get(DIRECTORY)), options.get(VERSION));
    } catch (IOException e) {
      environment.getMessager().printMessage(Diagnostic.Kind.ERROR, "no documents: " + e);
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }

  /** Writes {@code man/man1/autogen.1} and {@code completion/}. */
  static void write(Path directory, String version) throws IOException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    CommandLine commands =
        CommandTree.of(new AutogenCommand(nowhere, nowhere, false, false, Map.of()));
    String completion = CompletionCommand.script(commands.getCommandSpec());
    put(directory.resolve("man/man1/autogen.1"), ManualPage.of(commands, version));
    put(directory.resolve("completion/autogen.bash"), completion);
    put(directory.resolve("completion/autogen.zsh"), completion);
  }

  private static void put(Path file, String text) throws IOException {
    AtomicFile.replace(file, text);
  }
}
