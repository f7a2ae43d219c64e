package dev.autogen.render.java;

import dev.autogen.migration.Definitions;
import dev.autogen.render.java.Code.Call;
import dev.autogen.render.java.Code.Word;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Types in the words of {@link Definitions}. */
final class TypeCode {

  private static final Map<String, String> PLAIN =
      Map.ofEntries(
          Map.entry("boolean", "bool"),
          Map.entry("smallint", "smallint"),
          Map.entry("integer", "integer"),
          Map.entry("bigint", "bigint"),
          Map.entry("numeric", "numeric"),
          Map.entry("real", "real"),
          Map.entry("double precision", "doublePrecision"),
          Map.entry("varchar", "varchar"),
          Map.entry("text", "text"),
          Map.entry("bytea", "bytea"),
          Map.entry("date", "date"),
          Map.entry("time", "time"),
          Map.entry("timestamp", "timestamp"),
          Map.entry("timestamptz", "timestamptz"),
          Map.entry("uuid", "uuid"),
          Map.entry("json", "json"),
          Map.entry("jsonb", "jsonb"));
  private static final Map<String, String> ONE_NUMBER =
      Map.of(
          "char", "character",
          "varchar", "varchar",
          "time", "time",
          "timestamp", "timestamp",
          "timestamptz", "timestamptz");
  private static final Map<String, String> TWO_NUMBERS = Map.of("numeric", "numeric");
  private static final List<Map<String, String>> WORDS = List.of(PLAIN, ONE_NUMBER, TWO_NUMBERS);

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern UNQUOTED = Pattern.compile("[a-z_][a-z0-9_]*( [a-z0-9_]+)*");

  private TypeCode() {}

  static Code of(SqlType type) {
    if (type.dimensions() > 0) {
      SqlType element =
          new SqlType(type.schema(), type.name(), type.arguments(), type.dimensions() - 1);
      return new Call("array", of(element));
    }
    return word(type).or(() -> named(type)).or(() -> parsed(type)).orElseGet(() -> exact(type));
  }

  private static Optional<Code> word(SqlType type) {
    List<String> arguments = type.arguments();
    boolean numbers = arguments.stream().allMatch(text -> NUMBER.matcher(text).matches());
    if (type.schema() != null || !numbers || arguments.size() >= WORDS.size()) {
      return Optional.empty();
    }
    List<Code> values = arguments.stream().<Code>map(Word::new).toList();
    return Optional.ofNullable(WORDS.get(arguments.size()).get(type.name()))
        .map(name -> new Call(name, values));
  }

  private static Optional<Code> named(SqlType type) {
    return type.schema() != null && type.arguments().isEmpty()
        ? Optional.of(new Call("type", NameCode.of(type.qualifiedName())))
        : Optional.empty();
  }

  private static Optional<Code> parsed(SqlType type) {
    QualifiedName name = type.qualifiedName();
    String sql =
        (name.schema() == null ? "" : quoted(name.schema()) + ".")
            + quoted(name.name())
            + (type.arguments().isEmpty() ? "" : "(" + String.join(",", type.arguments()) + ")");
    return SqlType.parse(sql).equals(type)
        ? Optional.of(new Call("type", Code.literal(sql)))
        : Optional.empty();
  }

  private static String quoted(String name) {
    return UNQUOTED.matcher(name).matches() || name.equals("\"char\"")
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What no SQL text names, in the constructor's words. */
  private static Code exact(SqlType type) {
    List<Code> arguments = new ArrayList<>();
    type.arguments().forEach(argument -> arguments.add(Code.literal(argument)));
    return new Call(
        "new SqlType",
        type.schema() == null ? new Word("null") : Code.literal(type.schema()),
        Code.literal(type.name()),
        new Call("List.of", arguments),
        Code.number(type.dimensions()));
  }
}
