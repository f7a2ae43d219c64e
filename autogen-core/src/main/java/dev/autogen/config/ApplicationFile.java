package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of a properties or YAML file, each as a map with dotted keys. */
final class ApplicationFile {

  private ApplicationFile() {}

  static List<Map<String, String>> read(Path file) {
    try {
      String text = Files.readString(file);
      return file.toString().endsWith(".properties") ? properties(text) : yaml(text);
    } catch (MarkedYamlEngineException e) {
      throw unreadable(file + place(e), ParserMessage.of(e));
    } catch (IOException e) {
      throw unreadable(file.toString(), "is it UTF-8 text?");
    } catch (YamlEngineException | IllegalArgumentException e) {
      throw unreadable(file.toString(), ParserMessage.of(String.valueOf(e.getMessage())));
    }
  }

  private static String place(MarkedYamlEngineException failure) {
    return failure
        .getProblemMark()
        .map(mark -> ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
        .orElse("");
  }

  /** Leaves out the parser's exception: it quotes the line, and the line may hold a password. */
  private static AutogenException unreadable(String place, String reason) {
    return AutogenException.usage(
        "The file "
            + place
            + " cannot be read while looking for the database: "
            + reason
            + "\nCorrect it, or pass --url.");
  }

  /** Spring separates documents in a properties file by {@code #---}. */
  private static List<Map<String, String>> properties(String text) throws IOException {
    List<Map<String, String>> documents = new ArrayList<>();
    for (String part : text.split("(?m)^[#!]---\\s*$")) {
      Properties properties = new Properties();
      properties.load(new StringReader(part));
      Map<String, String> document = new LinkedHashMap<>();
      properties.stringPropertyNames().forEach(k -> document.put(k, properties.getProperty(k)));
      documents.add(document);
    }
    return documents;
  }

  private static List<Map<String, String>> yaml(String text) {
    List<Map<String, String>> documents = new ArrayList<>();
    // Maven replaces @project.version@, which is no YAML, when it copies the file.
    String readable = text.replaceAll("(?m):([ \\t]+)(@[^@'\\s]+@)[ \\t]*$", ":$1'$2'");
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(true).build();
    for (Object document : new Load(settings).loadAllFromString(readable)) {
      Map<String, String> flat = new LinkedHashMap<>();
      flatten("", document, flat);
      documents.add(flat);
    }
    return documents;
  }

  private static void flatten(String key, @Nullable Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((k, v) -> flatten(key.isEmpty() ? "" + k : key + "." + k, v, into));
    } else if (value instanceof List<?> list) {
      if (list.stream().noneMatch(each -> each instanceof Map<?, ?> || each instanceof List<?>)) {
        into.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
      }
    } else if (value != null) {
      into.put(key, value.toString());
    }
  }
}
