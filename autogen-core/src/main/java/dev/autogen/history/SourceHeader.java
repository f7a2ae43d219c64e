package dev.autogen.history;

import dev.autogen.history.SourceTokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a migration's source without compiling it: package, Javadoc, the members of
 * {@code @Revision} and the name of the class. It stops at the class's name.
 */
public final class SourceHeader {

  private static final String BASELINE = "baseline";

  private static final Set<String> TYPES = Set.of("class", "record", "enum", "interface");

  private final SourceTokens tokens;
  private final String location;
  private String packageName = "";
  private @Nullable Map<String, List<String>> revision;

  private SourceHeader(String source, String location) {
    this.tokens = new SourceTokens(source);
    this.location = location;
  }

  /**
   * The revision that a source holds, or empty where its first type is none.
   *
   * @param location the file, for messages and for {@link RevisionScript#location()}
   * @throws BrokenHistory if {@code @Revision} has no identifier, or members that are not literals
   */
  public static Optional<RevisionScript> read(String source, String location) {
    return source.contains("Revision")
        ? new SourceHeader(source, location).read()
        : Optional.empty();
  }

  private Optional<RevisionScript> read() {
    while (tokens.kind() != Kind.END) {
      if (tokens.is("package")) {
        tokens.next();
        packageName = qualifiedName();
        tokens.forgetJavadoc();
      } else if (tokens.is("import")) {
        while (tokens.kind() != Kind.END && !tokens.is(";")) {
          tokens.next();
        }
        tokens.forgetJavadoc();
        tokens.next();
      } else if (tokens.is("@")) {
        annotation();
      } else if (tokens.kind() == Kind.WORD && TYPES.contains(tokens.text())) {
        tokens.next();
        return Optional.ofNullable(revision).map(members -> script(members, tokens.text()));
      } else {
        tokens.next();
      }
    }
    return Optional.empty();
  }

  private String qualifiedName() {
    StringBuilder name = new StringBuilder(tokens.text());
    tokens.next();
    while (tokens.is(".")) {
      tokens.next();
      name.append('.').append(tokens.text());
      tokens.next();
    }
    return name.toString();
  }

  private void annotation() {
    tokens.next();
    if (tokens.is("interface")) {
      return;
    }
    String name = qualifiedName();
    boolean wanted = name.equals("Revision") || name.equals("dev.autogen.migration.Revision");
    if (!tokens.is("(")) {
      revision = wanted ? Map.of() : revision;
      return;
    }
    tokens.next();
    if (wanted) {
      revision = members();
    } else {
      skipToClosing();
    }
  }

  private void skipToClosing() {
    for (int depth = 1; depth > 0 && tokens.kind() != Kind.END; tokens.next()) {
      depth += tokens.is("(") ? 1 : tokens.is(")") ? -1 : 0;
    }
  }

  private Map<String, List<String>> members() {
    Map<String, List<String>> members = new LinkedHashMap<>();
    while (!tokens.is(")") && tokens.kind() != Kind.END) {
      String name = tokens.text();
      tokens.next();
      expect("=");
      members.put(name, name.equals(BASELINE) ? List.of(truth()) : values());
      if (tokens.is(",")) {
        tokens.next();
      }
    }
    tokens.next();
    return members;
  }

  private String truth() {
    String word = tokens.text();
    if (!word.equals("true") && !word.equals("false")) {
      throw broken("baseline of @Revision is true or false, not " + word);
    }
    tokens.next();
    return word;
  }

  private List<String> values() {
    if (!tokens.is("{")) {
      return List.of(string());
    }
    List<String> values = new ArrayList<>();
    tokens.next();
    while (!tokens.is("}") && tokens.kind() != Kind.END) {
      values.add(string());
      if (tokens.is(",")) {
        tokens.next();
      }
    }
    tokens.next();
    return values;
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    do {
      if (tokens.is("+")) {
        tokens.next();
      }
      if (tokens.kind() != Kind.STRING) {
        throw broken("@Revision takes string literals alone, not " + tokens.text());
      }
      value.append(tokens.text());
      tokens.next();
    } while (tokens.is("+"));
    return value.toString();
  }

  private void expect(String sign) {
    if (!tokens.is(sign)) {
      throw broken("\"" + sign + "\" expected in @Revision, not \"" + tokens.text() + "\"");
    }
    tokens.next();
  }

  private BrokenHistory broken(String what) {
    return new BrokenHistory(location + ":" + tokens.line() + ": " + what);
  }

  private RevisionScript script(Map<String, List<String>> members, String simpleName) {
    String id = String.join("", members.getOrDefault("id", List.of()));
    if (id.isBlank()) {
      throw broken("@Revision of " + simpleName + " has no id");
    }
    String javadoc = tokens.javadoc();
    String message = javadoc == null ? "" : JavadocMessage.of(javadoc);
    return new RevisionScript(
        id,
        members.getOrDefault("revises", List.of()),
        members.getOrDefault("branchLabels", List.of()),
        members.getOrDefault("dependsOn", List.of()),
        members.getOrDefault("replaces", List.of()),
        members.getOrDefault(BASELINE, List.of()).contains("true"),
        members.getOrDefault("dialects", List.of()),
        String.join("", members.getOrDefault("created", List.of())),
        message.isEmpty() ? ClassNames.message(simpleName) : message,
        packageName.isEmpty() ? simpleName : packageName + "." + simpleName,
        location);
  }
}
