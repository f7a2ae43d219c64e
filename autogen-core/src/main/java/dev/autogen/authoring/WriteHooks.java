package dev.autogen.authoring;

import dev.autogen.config.Config;
import dev.autogen.schema.AutogenException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs a project's own commands, such as formatters and linters, on each new migration. */
public final class WriteHooks {

  private static final String FILE = "{file}";

  private final Config config;
  private final Consumer<String> progress;

  public WriteHooks(Config config, Consumer<String> progress) {
    this.config = config;
    this.progress = progress;
  }

  /**
   * Runs the hooks in order, in the project's directory.
   *
   * @throws AutogenException if one does not start, or ends with a code other than 0; the file
   *     stays
   */
  void run(Path file) {
    for (Config.Hook hook : config.migrations().newFiles().hooks()) {
      progress.accept("running the hook " + hook.name());
      run(hook, file);
    }
  }

  private void run(Config.Hook hook, Path file) {
    List<String> command =
        hook.command().stream().map(word -> word.replace(FILE, file.toString())).toList();
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(config.directory().toFile())
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectErrorStream(true)
              .start();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int code = process.waitFor();
      if (code != 0) {
        throw failed(hook, file, "ended with code " + code, output, null);
      }
    } catch (IOException e) {
      throw failed(hook, file, "does not start: " + e.getMessage(), "", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(hook, file, "was interrupted", "", e);
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static AutogenException failed(
      Config.Hook hook, Path file, String how, String output, Exception cause) {
    return AutogenException.failed(
        "The hook '"
            + hook.name()
            + "' "
            + how
            + ". The migration "
            + file
            + " was written, and stays; correct it, or [[hooks]] in autogen.toml."
            + (output.isEmpty() ? "" : "\n" + output),
        cause);
  }
}
