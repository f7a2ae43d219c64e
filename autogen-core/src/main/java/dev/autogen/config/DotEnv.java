package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of a {@code .env} file. */
final class DotEnv {

  private DotEnv() {}

  /** The variables that the file declares; none if it is not there. */
  static Map<String, String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      Dotenv dotenv =
          Dotenv.configure()
              .directory(file.getParent().toString())
              .filename(file.getFileName().toString())
              .ignoreIfMalformed()
              .load();
      Map<String, String> variables = new LinkedHashMap<>();
      for (DotenvEntry entry : dotenv.entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
        variables.put(entry.getKey().replaceFirst("^export\\s+", ""), entry.getValue());
      }
      return variables;
    } catch (DotenvException e) {
      // Its message may quote the line, and the line may hold a password.
      throw AutogenException.usage("The file " + file + " cannot be read as a .env file.");
    }
  }
}
