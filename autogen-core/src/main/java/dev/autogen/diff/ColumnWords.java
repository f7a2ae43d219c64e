package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.SqlWords;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts an actual column into the words of its target wherever the two behave alike: then what is
 * left to differ is a difference.
 */
final class ColumnWords {

  private static final Map<String, String> SERIALS =
      Map.of("smallserial", "smallint", "serial", "integer", "bigserial", "bigint");

  private final TablePair tables;
  private final Set<String> targetSequences = new HashSet<>();

  ColumnWords(TablePair tables, Schema target) {
    this.tables = tables;
    target.sequences().stream()
        .map(Sequence::name)
        .map(QualifiedName::name)
        .forEach(targetSequences::add);
  }

  Column adopt(Column target, Column actual) {
    DiffOptions options = tables.options();
    Column column = numbering(target, actual);
    if (!options.compareTypes()) {
      column = column.withType(target.type()).withCollation(target.collation());
    }
    if (!options.compareComments()) {
      column = column.withComment(target.comment());
    }
    if (!options.compareServerDefaults()
        || (isOfOneType(target, column)
            && tables.same(
                Kind.SERVER_DEFAULT, target, target.serverDefault(), column.serverDefault()))) {
      column = column.withServerDefault(target.serverDefault());
    }
    return generated(target, column);
  }

  /** Whether a default of one column is of the other's type too: {@code 0} is no boolean. */
  private static boolean isOfOneType(Column one, Column other) {
    return one.type().qualifiedName().equals(other.type().qualifiedName())
        && one.type().dimensions() == other.type().dimensions();
  }

  private Column generated(Column target, Column column) {
    Generated one = target.generated();
    Generated other = column.generated();
    return one != null
            && other != null
            && one.stored() == other.stored()
            && tables.same(Kind.GENERATED, target, one.expression(), other.expression())
        ? column.withGenerated(one)
        : column;
  }

  /** Identity, serial and a default by {@code nextval} insert alike. */
  private Column numbering(Column target, Column actual) {
    boolean targetNumbers = target.identity() != null || isSerial(target);
    boolean actualNumbers =
        actual.identity() != null || isSerial(actual) || isNextval(actual.serverDefault());
    if (targetNumbers && actualNumbers && base(target.type()).equals(base(actual.type()))) {
      boolean strict = target.identity() != null && !Identity.byDefault().equals(target.identity());
      return strict && actual.identity() != null
          ? actual
          : actual
              .withType(target.type())
              .withIdentity(target.identity())
              .withServerDefault(target.serverDefault());
    }
    if (!isKey(target)) {
      return actual;
    }
    if (isSerial(actual) && !targetNumbers && hasTargetSequence(serialSequence(actual))) {
      return actual.withType(base(actual.type()));
    }
    if (target.serverDefault() == null
        && isNextval(actual.serverDefault())
        && hasTargetSequence(actual.serverDefault())) {
      return actual.withServerDefault(null);
    }
    return actual;
  }

  /** Whether an application may number it by a sequence of its own accord. */
  private boolean isKey(Column target) {
    return tables
        .target()
        .primaryKey()
        .filter(key -> key.columns().contains(target.name()))
        .isPresent();
  }

  private String serialSequence(Column column) {
    return "nextval('" + tables.actual().name().name() + "_" + column.name() + "_seq')";
  }

  private boolean hasTargetSequence(String nextval) {
    return SqlWords.tokens(nextval).stream()
        .filter(token -> token.startsWith("'"))
        .map(token -> SqlType.parse(token.substring(1, token.length() - 1)).name())
        .anyMatch(targetSequences::contains);
  }

  static boolean isNextval(@Nullable String serverDefault) {
    return serverDefault != null && SqlWords.normal(serverDefault).startsWith("nextval (");
  }

  private static boolean isSerial(Column column) {
    return column.type().schema() == null && SERIALS.containsKey(column.type().name());
  }

  private static SqlType base(SqlType type) {
    String base = type.schema() == null ? SERIALS.get(type.name()) : null;
    return base == null ? type : SqlType.of(base);
  }
}
