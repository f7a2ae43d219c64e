package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.AlterColumn;
import dev.autogen.schema.Column;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements of one {@link AlterColumn} in an order in which each is valid: objects that
 * depend on the old type are dropped first, objects that need the new type are created last.
 */
final class AlterColumnSql {

  private final QualifiedName table;
  private final Column from;
  private final Column to;
  private final @Nullable String using;
  private final Schema before;
  private final List<SqlStatement> statements = new ArrayList<>();

  private AlterColumnSql(AlterColumn operation, Schema before) {
    this.before = before;
    table = operation.table();
    from = SerialTypes.canonical(operation.from());
    to = SerialTypes.canonical(operation.to());
    using = operation.using();
  }

  static List<SqlStatement> of(AlterColumn operation, Schema before) {
    return new AlterColumnSql(operation, before).statements();
  }

  /** Whether the statements depend on the names of existing sequences. */
  static boolean usesOtherNames(AlterColumn operation) {
    Column from = SerialTypes.canonical(operation.from());
    Column to = SerialTypes.canonical(operation.to());
    return SerialTypes.isSerial(from)
        || SerialTypes.isSerial(to)
        || isIdentity(to) && !isIdentity(from);
  }

  private List<SqlStatement> statements() {
    if (from.generated() != null && to.generated() == null) {
      if (!from.generated().stored()) {
        return materialized(from.generated());
      }
      alter("drop expression");
    }
    boolean typeChanges = typeChanges();
    boolean defaultGoes =
        from.serverDefault() != null
            && (to.serverDefault() == null || (typeChanges && !sameName(from.type(), to.type())));
    if (isIdentity(from) && !isIdentity(to)) {
      alter("drop identity");
    }
    if (defaultGoes || SerialTypes.isSerial(from) && !SerialTypes.isSerial(to)) {
      alter(ColumnClause.DROP_DEFAULT, "drop default");
    }
    if (SerialTypes.isSerial(from) && !SerialTypes.isSerial(to)) {
      dropSerialSequence();
    }
    if (typeChanges) {
      type();
      if (SerialTypes.isSerial(from) && SerialTypes.isSerial(to)) {
        retypeSerialSequence();
      }
    }
    nullability();
    if (to.serverDefault() != null
        && (defaultGoes || !to.serverDefault().equals(from.serverDefault()))) {
      alter(ColumnClause.SET_DEFAULT, "set default " + to.serverDefault());
    }
    if (SerialTypes.isSerial(to) && !SerialTypes.isSerial(from)) {
      addSerialSequence();
    }
    identity();
    if (!Objects.equals(from.comment(), to.comment())) {
      statements.add(ColumnClause.comment(table, to));
    }
    return statements;
  }

  /**
   * Replaces a virtual column by a new one: it has no stored values to keep (PostgreSQL manual,
   * 5.4).
   */
  private List<SqlStatement> materialized(Generated generated) {
    add("alter table " + quote(table) + " drop column " + quote(from.name()));
    add(
        "alter table "
            + quote(table)
            + " add column "
            + ColumnSql.definition(to.withNullable(true).withServerDefault(null)));
    add("update " + quote(table) + " set " + quote(to.name()) + " = " + generated.expression());
    if (!to.nullable()) {
      alter(ColumnClause.NULLABILITY, "set not null");
    }
    if (to.serverDefault() != null) {
      alter(ColumnClause.SET_DEFAULT, "set default " + to.serverDefault());
    }
    if (to.comment() != null) {
      statements.add(ColumnClause.comment(table, to));
    }
    return statements;
  }

  /** A change that may be joined with others of the table. */
  private void alter(ColumnClause kind, String change) {
    statements.add(kind.alter(table, to.name(), change));
  }

  private void alter(String change) {
    add("alter table " + quote(table) + " alter column " + quote(to.name()) + " " + change);
  }

  private void add(String sql) {
    statements.add(SqlStatement.of(sql));
  }

  private boolean typeChanges() {
    return !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
  }

  private static boolean sameName(SqlType one, SqlType other) {
    return one.qualifiedName().equals(other.qualifiedName())
        && one.dimensions() == other.dimensions();
  }

  private void type() {
    SqlType threshold = using == null ? Conversions.threshold(from.type(), to.type()) : null;
    if (threshold != null) {
      alter(ColumnClause.TYPE, "type " + TypeNames.sql(threshold));
    }
    String conversion =
        using == null ? Conversions.using(to.name(), from.type(), to.type()) : using;
    statements.add(
        ColumnClause.TYPE.alter(
            table,
            to.name(),
            "type "
                + TypeNames.sql(to.type())
                + (to.collation() == null ? "" : " collate " + ColumnSql.collation(to.collation()))
                + (conversion == null ? "" : " using " + conversion),
            using));
  }

  private void nullability() {
    if (from.nullable() != to.nullable()) {
      alter(ColumnClause.NULLABILITY, to.nullable() ? "drop not null" : "set not null");
    }
  }

  private void identity() {
    if (!isIdentity(to)) {
      return;
    } else if (!isIdentity(from)) {
      alter("add " + ColumnSql.identity(to.identity()));
      Identity identity = to.identity();
      continueNumbering(
          identitySequence(),
          identity.start() == null ? SequenceSql.first(identity) : identity.start(),
          Objects.requireNonNullElse(identity.increment(), 1L));
      return;
    }
    List<String> changes = SequenceSql.alter(from.identity(), to.identity());
    if (!changes.isEmpty()) {
      Identity identity = to.identity();
      Long start = from.identity().start();
      SequenceSql.withinBound(
              identitySequence(),
              start == null ? SequenceSql.first(from.identity()) : start,
              Objects.requireNonNullElse(identity.increment(), 1L),
              from.identity().range(),
              identity.range())
          .ifPresent(this::add);
      alter(String.join(" ", changes));
    }
  }

  private static boolean isIdentity(Column column) {
    return column.identity() != null && !SerialTypes.isSerial(column);
  }

  private void dropSerialSequence() {
    Optional<QualifiedName> sequence = serialSequence();
    add(
        sequence.isPresent()
            ? "drop sequence " + quote(sequence.get())
            : "do " + literal("begin execute 'drop sequence ' || " + ownedSequence() + "; end"));
  }

  /** The type of an identity's sequence follows that of its column; a serial's does not. */
  private void retypeSerialSequence() {
    Optional<QualifiedName> sequence = serialSequence();
    String type = " as " + to.type().name();
    add(
        sequence.isPresent()
            ? "alter sequence " + quote(sequence.get()) + type
            : "do "
                + literal(
                    "begin execute 'alter sequence ' || "
                        + ownedSequence()
                        + " || '"
                        + type
                        + "'; end"));
  }

  private void addSerialSequence() {
    QualifiedName sequence = freeName(SerialTypes.sequence(table, to.name()));
    add(
        "create sequence "
            + quote(sequence)
            + " as "
            + to.type().name()
            + " owned by "
            + quote(table)
            + "."
            + quote(to.name()));
    alter("set default " + SerialTypes.nextval(sequence));
    continueNumbering(literal(quote(sequence)), 1, 1);
  }

  /** The sequence of a serial column, if it is known. */
  private Optional<QualifiedName> serialSequence() {
    QualifiedName sequence = SerialTypes.sequence(table, to.name());
    return owned().anyMatch(sequence::equals) ? Optional.of(sequence) : Optional.empty();
  }

  private Stream<QualifiedName> owned() {
    Sequence.Owner column = new Sequence.Owner(table, to.name());
    return before.sequences().stream()
        .filter(sequence -> column.equals(sequence.owner()))
        .map(Sequence::name);
  }

  /** The first of a few names that is free once the column's own identity is gone. */
  private QualifiedName freeName(QualifiedName wanted) {
    Set<QualifiedName> taken = new HashSet<>();
    before.tables().forEach(each -> taken.add(each.name()));
    before.sequences().forEach(each -> taken.add(each.name()));
    if (isIdentity(from)) {
      owned().forEach(taken::remove);
    }
    QualifiedName name = wanted;
    for (int i = 1; taken.contains(name); i++) {
      name = table.withName(LongNames.joined(table.name(), to.name(), "seq" + i));
    }
    return name;
  }

  /** An SQL expression that looks up the name of the column's sequence in the catalog. */
  private String ownedSequence() {
    return "pg_catalog.pg_get_serial_sequence("
        + literal(quote(table))
        + ", "
        + literal(to.name())
        + ")";
  }

  /** The same for an identity, whose column may own another sequence too. */
  private String identitySequence() {
    boolean isAlone =
        owned()
                .filter(
                    name ->
                        !SerialTypes.isSerial(from) || !name.equals(serialSequence().orElse(null)))
                .count()
            <= (isIdentity(from) ? 1 : 0);
    return isAlone
        ? ownedSequence()
        : "(select d.objid::pg_catalog.regclass::pg_catalog.text from pg_catalog.pg_depend d"
            + " join pg_catalog.pg_attribute a on a.attrelid = d.refobjid"
            + " and a.attnum = d.refobjsubid"
            + " where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass"
            + " and d.refclassid = d.classid and d.deptype = 'i' and d.refobjid = "
            + literal(quote(table))
            + "::pg_catalog.regclass and a.attname = "
            + literal(to.name())
            + ")";
  }

  /** Rows that exist keep their numbers; the next one comes after the last. */
  private void continueNumbering(String sequence, long first, long increment) {
    String last = (increment < 0 ? "min(" : "max(") + quote(to.name()) + ")";
    add(
        "select pg_catalog.setval("
            + sequence
            + ", "
            + last
            + ") from "
            + quote(table)
            + " having "
            + last
            + (increment < 0 ? " <= " : " >= ")
            + first);
  }
}
