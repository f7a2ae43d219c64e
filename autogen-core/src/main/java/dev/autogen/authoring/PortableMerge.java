package dev.autogen.authoring;

import dev.autogen.dialect.TypeRules;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.Operation;
import dev.autogen.render.java.PortableOperation;
import dev.autogen.schema.Column;
import dev.autogen.schema.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one list of operations out of those for several kinds of database. What is the same
 * everywhere, or can be said in words that mean the right thing everywhere, stands once; the rest
 * stands in blocks for some of the databases. The order of each list is kept.
 */
final class PortableMerge {

  private final List<String> dialects;
  private final PortableColumns columns;
  private final List<PortableOperation> merged = new ArrayList<>();
  private final Map<String, List<Operation>> lists = new LinkedHashMap<>();
  private final Map<String, Integer> next = new HashMap<>();
  private final Map<String, List<Operation>> waiting = new LinkedHashMap<>();

  private PortableMerge(
      Map<String, TypeRules> rules, Map<String, ? extends List<Operation>> operations) {
    this.dialects = List.copyOf(rules.keySet());
    this.columns = new PortableColumns(rules);
    rules
        .keySet()
        .forEach(
            dialect -> {
              lists.put(dialect, singly(operations.get(dialect)));
              next.put(dialect, 0);
              waiting.put(dialect, new ArrayList<>());
            });
  }

  /**
   * The operations of all databases in one list.
   *
   * @param rules the types of each kind of database, in the order of the project
   * @param operations what is to be done on each
   */
  static List<PortableOperation> of(
      Map<String, TypeRules> rules, Map<String, ? extends List<Operation>> operations) {
    return new PortableMerge(rules, operations).merge();
  }

  /** The operations, with indexes of a new table as operations of their own. */
  private static List<Operation> singly(List<Operation> operations) {
    List<Operation> single = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof CreateTable create && !create.table().indexes().isEmpty()) {
        single.add(new CreateTable(create.table().withIndexes(List.of())));
        create
            .table()
            .indexes()
            .forEach(index -> single.add(new CreateIndex(create.table().name(), index, false)));
      } else {
        single.add(operation);
      }
    }
    return single;
  }

  private List<PortableOperation> merge() {
    String first = dialects.get(0);
    for (Operation operation : lists.get(first)) {
      Map<String, Integer> places = new LinkedHashMap<>();
      Map<String, Operation> everywhere = new LinkedHashMap<>(Map.of(first, operation));
      for (String other : dialects.subList(1, dialects.size())) {
        int place = placeOf(operation, other);
        if (place >= 0) {
          places.put(other, place);
          everywhere.put(other, lists.get(other).get(place));
        }
      }
      Optional<PortableOperation> shared =
          everywhere.size() == dialects.size() ? shared(everywhere) : Optional.empty();
      if (shared.isPresent()) {
        places.forEach(this::skipTo);
        writeWaiting();
        merged.add(shared.get());
      } else {
        waiting.get(first).add(operation);
      }
    }
    dialects.subList(1, dialects.size()).forEach(other -> skipTo(other, lists.get(other).size()));
    writeWaiting();
    return List.copyOf(merged);
  }

  /** Where the counterpart of an operation stands in another list; -1 where it has none left. */
  private int placeOf(Operation operation, String dialect) {
    List<Operation> list = lists.get(dialect);
    for (int i = next.get(dialect); i < list.size(); i++) {
      if (key(list.get(i)).equals(key(operation))) {
        return i;
      }
    }
    return -1;
  }

  private static String key(Operation operation) {
    return operation.kind() + " " + operation.object();
  }

  /** Lets the operations before a place wait for the next block, and goes on behind it. */
  private void skipTo(String dialect, int place) {
    waiting.get(dialect).addAll(lists.get(dialect).subList(next.get(dialect), place));
    next.put(dialect, place + 1);
  }

  /** Writes what has to be done before the next operation on some databases alone. */
  private void writeWaiting() {
    Set<String> written = new HashSet<>();
    for (String dialect : dialects) {
      List<Operation> own = List.copyOf(waiting.get(dialect));
      if (own.isEmpty() || written.contains(dialect)) {
        continue;
      }
      List<String> same =
          dialects.stream().filter(other -> text(waiting.get(other)).equals(text(own))).toList();
      own.forEach(each -> merged.add(PortableOperation.on(same, each)));
      written.addAll(same);
    }
    waiting.values().forEach(List::clear);
  }

  private static List<String> text(List<Operation> operations) {
    return operations.stream().map(PortableOperation::text).toList();
  }

  /** The operation for all databases; empty where it cannot be said in the same words. */
  private Optional<PortableOperation> shared(Map<String, Operation> everywhere) {
    Operation first = everywhere.values().iterator().next();
    if (first instanceof CreateTable) {
      return new PortableTables(columns).of(typed(everywhere, CreateTable.class));
    } else if (first instanceof AddColumn add) {
      return columns
          .words(columns(everywhere, AddColumn.class, AddColumn::column))
          .map(
              words ->
                  new PortableOperation(
                      new AddColumn(add.table(), words.column()),
                      List.of(),
                      types(words),
                      List.of()));
    } else if (first instanceof AlterColumn alter) {
      return alter(alter, everywhere);
    }
    String text = PortableOperation.text(first);
    return everywhere.values().stream().allMatch(each -> PortableOperation.text(each).equals(text))
        ? Optional.of(PortableOperation.everywhere(first))
        : Optional.empty();
  }

  private Optional<PortableOperation> alter(AlterColumn first, Map<String, Operation> everywhere) {
    Map<String, AlterColumn> alters = typed(everywhere, AlterColumn.class);
    if (alters.values().stream().anyMatch(each -> each.using() != null)) {
      return Optional.empty();
    }
    Optional<PortableColumns.Words> from =
        columns.words(columns(everywhere, AlterColumn.class, AlterColumn::from));
    Optional<PortableColumns.Words> to =
        columns.words(columns(everywhere, AlterColumn.class, AlterColumn::to));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Map<Column, Map<String, SqlType>> types = types(from.get());
    types.putAll(types(to.get()));
    return Optional.of(
        new PortableOperation(
            new AlterColumn(first.table(), from.get().column(), to.get().column(), null),
            List.of(),
            types,
            List.of()));
  }

  private static Map<Column, Map<String, SqlType>> types(PortableColumns.Words words) {
    Map<Column, Map<String, SqlType>> types = new IdentityHashMap<>();
    types.put(words.column(), words.types());
    return types;
  }

  private static <T extends Operation> Map<String, Column> columns(
      Map<String, Operation> everywhere, Class<T> type, Function<T, Column> column) {
    Map<String, Column> columns = new HashMap<>();
    typed(everywhere, type).forEach((dialect, each) -> columns.put(dialect, column.apply(each)));
    return columns;
  }

  private static <T extends Operation> Map<String, T> typed(
      Map<String, Operation> everywhere, Class<T> type) {
    Map<String, T> typed = new LinkedHashMap<>();
    everywhere.forEach((dialect, each) -> typed.put(dialect, type.cast(each)));
    return typed;
  }
}
