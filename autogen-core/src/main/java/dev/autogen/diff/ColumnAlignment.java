package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.SqlWords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites an actual column in the target's form wherever the two behave alike. What still differs
 * is a real difference.
 */
final class ColumnAlignment {

  private final TablePair tables;
  private final Set<String> targetSequences = new HashSet<>();
  private final List<Sequence> actualSequences;

  ColumnAlignment(TablePair tables, Schema target, Schema actual) {
    this.actualSequences = actual.sequences();
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

  /**
   * Whether both columns have the same type. A default {@code 0} for a number is none for a
   * boolean.
   */
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

  /**
   * Treats an identity, a serial column and a {@code nextval} default alike: rows are inserted the
   * same way.
   */
  private Column numbering(Column target, Column actual) {
    Identity wanted = target.identity();
    Identity found = actual.identity();
    boolean numbers = found != null || isNextval(tables.words(), actual.serverDefault());
    if (wanted != null && numbers && target.type().equals(actual.type())) {
      return isCompared(wanted, found) || isBarred(target, actual)
          ? actual
          : actual.withIdentity(wanted).withServerDefault(target.serverDefault());
    }
    if (wanted != null || !isKey(target)) {
      return actual;
    }
    if (found != null && ownsTargetSequence(actual)) {
      return actual.withIdentity(null);
    }
    if (target.serverDefault() == null
        && isNextval(tables.words(), actual.serverDefault())
        && hasTargetSequence(actual.serverDefault())) {
      return actual.withServerDefault(null);
    }
    return actual;
  }

  /** Whether both are identities, and the target's says more than JPA can. */
  private static boolean isCompared(Identity target, @Nullable Identity actual) {
    return actual != null
        && !isSerial(actual)
        && !isSerial(target)
        && !Identity.byDefault().equals(target);
  }

  private static boolean isSerial(Identity identity) {
    return identity.kind() == Identity.Kind.SERIAL;
  }

  /**
   * The column that the target asks for, given the actual one. An identity stays as it is where the
   * target says nothing about it. Where the application takes numbers from the column's sequence
   * itself, the column must accept them.
   */
  Column wanted(Column target, Column actual) {
    Identity wanted = target.identity();
    Identity found = actual.identity();
    if (wanted != null && isCompared(wanted, found)) {
      return target.withIdentity(wanted.orElse(found));
    }
    if (Identity.byDefault().equals(wanted) && found != null && !isSerial(found)) {
      return target.withIdentity(found);
    }
    return wanted == null && isBarred(target, actual)
        ? target.withIdentity(found.withKind(Identity.Kind.BY_DEFAULT))
        : target;
  }

  /**
   * Whether the database refuses the numbers that the application takes from the column's sequence.
   */
  private boolean isBarred(Column target, Column actual) {
    return actual.identity() != null
        && actual.identity().kind() == Identity.Kind.ALWAYS
        && isKey(target)
        && ownsTargetSequence(actual);
  }

  private boolean ownsTargetSequence(Column actual) {
    Sequence.Owner owner = new Sequence.Owner(tables.actual().name(), actual.name());
    return actualSequences.stream()
        .filter(sequence -> owner.equals(sequence.owner()))
        .anyMatch(sequence -> targetSequences.contains(sequence.name().name()));
  }

  /**
   * Whether the column is in the primary key: an application may number it from a sequence itself.
   */
  private boolean isKey(Column target) {
    return tables
        .target()
        .primaryKey()
        .filter(key -> key.columns().contains(target.name()))
        .isPresent();
  }

  private boolean hasTargetSequence(String nextval) {
    return tables.words().literals(nextval).stream()
        .map(text -> SqlType.parse(text).name())
        .anyMatch(targetSequences::contains);
  }

  static boolean isNextval(SqlWords words, @Nullable String serverDefault) {
    return serverDefault != null && words.normal(serverDefault).startsWith("nextval (");
  }
}
