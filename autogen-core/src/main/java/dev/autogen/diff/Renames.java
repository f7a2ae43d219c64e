package dev.autogen.diff;

import dev.autogen.diff.Rename.Kind;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The renames that are still to be done: the database has the old name, and only the model has the
 * new one. Tables come before their columns, whatever order they were given in.
 */
final class Renames {

  /** The object that has the old name. */
  private record OldName(Kind kind, QualifiedName object, @Nullable String column) {

    static OldName of(Rename rename) {
      return new OldName(rename.kind(), rename.object(), rename.column());
    }

    String name() {
      return column == null ? object.toString() : column;
    }
  }

  private final Schema target;
  private final @Nullable String defaultSchema;
  private final SchemaChange effects;
  private final List<Operation> operations = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
  private Schema actual;

  private final BiFunction<Schema, QualifiedName, Schema> spelledOut;

  private Renames(
      Schema target,
      Schema actual,
      BiFunction<Schema, QualifiedName, Schema> spelledOut,
      @Nullable String defaultSchema,
      TextRules text) {
    this.spelledOut = spelledOut;
    this.target = target;
    this.actual = actual;
    this.defaultSchema = defaultSchema;
    this.effects = new SchemaChange(text);
  }

  /**
   * The renames that the options ask for.
   *
   * @param spelledOut writes out which sequences a table's columns use, so that the columns keep
   *     them after the rename
   */
  static Renames of(
      Schema target,
      Schema actual,
      BiFunction<Schema, QualifiedName, Schema> spelledOut,
      DiffOptions options,
      TextRules text) {
    Renames renames = new Renames(target, actual, spelledOut, options.defaultSchema(), text);
    List<Rename> named = renames.toOtherNames(options.renames());
    List<Rename> former = renames.unambiguous(renames.toOtherNames(options.formerNames()));
    for (Kind kind : List.of(Kind.TABLE, Kind.SEQUENCE, Kind.TYPE)) {
      renames.objects(kind, named, true);
      renames.objects(kind, former, false);
    }
    renames.sequencesOfTables();
    renames.columns(named, true);
    renames.columns(former, false);
    named.forEach(renames::checkTarget);
    return renames;
  }

  /** The rename operations, in order. */
  List<Operation> operations() {
    return operations;
  }

  /** The database's schema after the renames. */
  Schema actual() {
    return actual;
  }

  /** The renames that were asked for and are not done, a sentence each. */
  List<String> refused() {
    return refused;
  }

  private List<Rename> toOtherNames(List<Rename> renames) {
    return renames.stream()
        .map(this::unqualified)
        .filter(each -> !each.to().equals(each.from()))
        .toList();
  }

  private Rename unqualified(Rename rename) {
    QualifiedName name = rename.object();
    return name.schema() != null && name.schema().equals(defaultSchema)
        ? rename.withObject(QualifiedName.of(name.name()))
        : rename;
  }

  /** Leaves out a former name that two columns claim. */
  private List<Rename> unambiguous(List<Rename> former) {
    Map<OldName, Set<String>> claims = new LinkedHashMap<>();
    former.forEach(
        each ->
            claims.computeIfAbsent(OldName.of(each), key -> new LinkedHashSet<>()).add(each.to()));
    claims.forEach(
        (source, names) -> {
          if (names.size() > 1 && isOpen(source, names)) {
            refused.add(
                "\""
                    + source.name()
                    + "\" is the former name of "
                    + String.join(" and ", names)
                    + " in "
                    + source.object()
                    + ", so that neither is renamed. Pass --rename for the one that is meant.");
          }
        });
    return former.stream().filter(each -> claims.get(OldName.of(each)).size() == 1).toList();
  }

  private boolean isOpen(OldName source, Set<String> names) {
    return actual
        .table(source.object())
        .filter(table -> source.column() != null && table.column(source.column()).isPresent())
        .filter(table -> names.stream().anyMatch(name -> table.column(name).isEmpty()))
        .isPresent();
  }

  private void objects(Kind kind, List<Rename> renames, boolean circles) {
    List<Rename> ofKind = renames.stream().filter(each -> each.kind() == kind).toList();
    Set<@Nullable String> schemas = new LinkedHashSet<>();
    ofKind.forEach(each -> schemas.add(each.object().schema()));
    for (String schema : schemas) {
      Set<String> wanted = names(target, kind, schema);
      Set<String> existing = names(actual, kind, schema);
      Map<String, String> open = new LinkedHashMap<>();
      for (Rename each : ofKind) {
        if (Objects.equals(schema, each.object().schema())
            && existing.contains(each.object().name())
            && wanted.contains(each.to())
            && !open.containsValue(each.to())) {
          open.putIfAbsent(each.object().name(), each.to());
        }
      }
      for (NameChanges.NameChange step : NameChanges.of(open, existing, circles)) {
        add(Rename.of(kind, new QualifiedName(schema, step.from()), step.to()));
      }
    }
  }

  private void add(Rename rename) {
    operations.add(rename.operation());
    for (QualifiedName table : numbered(rename)) {
      actual = spelledOut.apply(actual, table);
    }
    actual = effects.apply(actual, rename.operation());
    if (rename.kind() == Kind.TABLE) {
      QualifiedName from = rename.object();
      QualifiedName origin =
          tables.entrySet().stream()
              .filter(each -> each.getValue().equals(from))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(from);
      tables.put(origin, from.withName(rename.to()));
    }
  }

  /**
   * The tables whose columns use sequences that, after the rename, are no longer named after them.
   */
  private List<QualifiedName> numbered(Rename rename) {
    return switch (rename.kind()) {
      case TABLE, COLUMN -> List.of(rename.object());
      case SEQUENCE ->
          actual.sequence(rename.object()).map(Sequence::owner).stream()
              .map(Sequence.Owner::table)
              .toList();
      case TYPE -> List.of();
    };
  }

  private static Set<String> names(Schema schema, Kind kind, @Nullable String namespace) {
    Stream<QualifiedName> names =
        switch (kind) {
          case TABLE -> schema.tables().stream().map(Table::name);
          case SEQUENCE -> schema.sequences().stream().map(Sequence::name);
          case TYPE -> schema.typeNames();
          case COLUMN -> Stream.empty();
        };
    return names
        .filter(name -> Objects.equals(namespace, name.schema()))
        .map(QualifiedName::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Renames a sequence that is named after a renamed table, so that it keeps its current number.
   */
  private void sequencesOfTables() {
    for (Map.Entry<QualifiedName, QualifiedName> table : Map.copyOf(tables).entrySet()) {
      for (Sequence sequence : target.sequences()) {
        String suffix = suffix(sequence.name(), table.getValue());
        QualifiedName old =
            suffix == null ? null : table.getKey().withName(table.getKey().name() + suffix);
        if (old != null
            && actual.sequence(sequence.name()).isEmpty()
            && target.sequence(old).isEmpty()
            && actual.sequence(old).filter(each -> each.owner() == null).isPresent()) {
          add(Rename.of(Kind.SEQUENCE, old, sequence.name().name()));
        }
      }
    }
  }

  private static @Nullable String suffix(QualifiedName sequence, QualifiedName table) {
    return Objects.equals(sequence.schema(), table.schema())
            && sequence.name().startsWith(table.name() + "_")
        ? sequence.name().substring(table.name().length())
        : null;
  }

  private void columns(List<Rename> renames, boolean circles) {
    Map<QualifiedName, Map<String, String>> open = new LinkedHashMap<>();
    for (Rename each : renames) {
      if (each.kind() == Kind.COLUMN) {
        QualifiedName name = tableOf(each);
        Map<String, String> names = open.computeIfAbsent(name, key -> new LinkedHashMap<>());
        boolean wanted =
            target.table(name).flatMap(table -> table.column(each.to())).isPresent()
                && actual.table(name).flatMap(table -> table.column(each.column())).isPresent();
        if (wanted && !names.containsValue(each.to())) {
          names.putIfAbsent(Objects.requireNonNull(each.column()), each.to());
        }
      }
    }
    open.forEach(
        (name, wanted) -> {
          Set<String> existing =
              actual.table(name).stream()
                  .flatMap(table -> table.columns().stream())
                  .map(Column::name)
                  .collect(Collectors.toCollection(LinkedHashSet::new));
          NameChanges.of(wanted, existing, circles)
              .forEach(step -> add(Rename.column(name, step.from(), step.to())));
        });
  }

  /**
   * The table of a column. A table that is renamed too may be given under its old or its new name.
   */
  private QualifiedName tableOf(Rename rename) {
    QualifiedName name = rename.object();
    return target.table(name).isPresent() ? name : tables.getOrDefault(name, name);
  }

  private void checkTarget(Rename rename) {
    boolean isColumn = rename.kind() == Kind.COLUMN;
    QualifiedName name = isColumn ? tableOf(rename) : rename.object().withName(rename.to());
    boolean inModel =
        isColumn
            ? target.table(name).flatMap(table -> table.column(rename.to())).isPresent()
            : names(target, rename.kind(), name.schema()).contains(rename.to());
    boolean inDatabase =
        isColumn
            ? actual.table(name).filter(table -> hasEither(table, rename)).isPresent()
            : Stream.of(rename.object().name(), rename.to())
                .anyMatch(names(actual, rename.kind(), name.schema())::contains);
    if (!inModel && isOld(rename, name)) {
      refused.add(
          "Nothing is renamed by \""
              + rename
              + "\": the entities have no "
              + described(name, rename));
    } else if (inModel && !inDatabase && !actual.tables().isEmpty()) {
      refused.add("Nothing is renamed by \"" + rename + "\": the database has no such object.");
    }
  }

  private boolean isOld(Rename rename, QualifiedName table) {
    return rename.kind() == Kind.COLUMN
        ? actual.table(table).flatMap(found -> found.column(rename.column())).isPresent()
        : names(actual, rename.kind(), rename.object().schema()).contains(rename.object().name());
  }

  private static boolean hasEither(Table table, Rename rename) {
    return table.column(rename.to()).isPresent()
        || table.column(Objects.requireNonNull(rename.column())).isPresent();
  }

  private static String described(QualifiedName name, Rename rename) {
    return rename.kind() == Kind.COLUMN ? "column " + name + "." + rename.to() + "." : name + ".";
  }
}
