package dev.autogen.authoring;

import dev.autogen.history.CalledNames;
import dev.autogen.migration.Definitions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports each method of {@link Definitions} that a migration calls by its name. */
final class ExplicitImports {

  private static final String IMPORT = "import static " + Definitions.class.getName() + ".";
  private static final Pattern BLOCK =
      Pattern.compile("(?m)(?:^import static [\\w.]+(?:\\.\\*)?;\\n)+");

  private static final Set<String> DEFINED =
      Stream.of(Definitions.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

  private ExplicitImports() {}

  /** The source without the import of everything; it stays as it is if it has none. */
  static String in(String source) {
    Matcher block = BLOCK.matcher(source);
    if (!block.find() || !block.group().contains(IMPORT + "*;\n")) {
      return source;
    }
    List<String> lines = new ArrayList<>(block.group().lines().toList());
    lines.remove(IMPORT + "*;");
    CalledNames.of(source).stream()
        .filter(DEFINED::contains)
        .map(name -> IMPORT + name + ";")
        .forEach(lines::add);
    String sorted =
        lines.stream().distinct().sorted().map(line -> line + "\n").collect(Collectors.joining());
    return source.substring(0, block.start()) + sorted + source.substring(block.end());
  }
}
