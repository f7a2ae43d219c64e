package dev.autogen.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The objects of a database that a model can describe.
 *
 * @param namespaces the names of schemas beyond the default one
 */
public record Schema(
    List<String> namespaces,
    List<Table> tables,
    List<Sequence> sequences,
    List<EnumType> enumTypes,
    List<CompositeType> compositeTypes) {

  public Schema {
    namespaces = List.copyOf(namespaces);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    enumTypes = List.copyOf(enumTypes);
    compositeTypes = List.copyOf(compositeTypes);
  }

  /** A schema without composite types. */
  public Schema(
      List<String> namespaces,
      List<Table> tables,
      List<Sequence> sequences,
      List<EnumType> enumTypes) {
    this(namespaces, tables, sequences, enumTypes, List.of());
  }

  /** A schema with nothing in it. */
  public static Schema empty() {
    return new Schema(List.of(), List.of(), List.of(), List.of());
  }

  /** The table of that exact name. */
  public Optional<Table> table(QualifiedName name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** The sequence of that exact name. */
  public Optional<Sequence> sequence(QualifiedName name) {
    return sequences.stream().filter(sequence -> sequence.name().equals(name)).findFirst();
  }

  /** The enum type of that exact name. */
  public Optional<EnumType> enumType(QualifiedName name) {
    return enumTypes.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** The composite type of that exact name. */
  public Optional<CompositeType> compositeType(QualifiedName name) {
    return compositeTypes.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** The names of all types. */
  public Stream<QualifiedName> typeNames() {
    return Stream.concat(
        enumTypes.stream().map(EnumType::name), compositeTypes.stream().map(CompositeType::name));
  }

  /** The names of all tables, sequences and types. */
  public Stream<QualifiedName> objectNames() {
    return Stream.of(
            tables.stream().map(Table::name), sequences.stream().map(Sequence::name), typeNames())
        .flatMap(names -> names);
  }

  /** The composite types, each after those that its attributes use. */
  public List<CompositeType> orderedCompositeTypes() {
    Map<QualifiedName, CompositeType> ordered = new LinkedHashMap<>();
    compositeTypes.forEach(type -> order(type, new HashSet<>(), ordered));
    return List.copyOf(ordered.values());
  }

  private void order(
      CompositeType type, Set<QualifiedName> open, Map<QualifiedName, CompositeType> ordered) {
    if (ordered.containsKey(type.name()) || !open.add(type.name())) {
      return;
    }
    type.attributes().stream()
        .flatMap(each -> compositeType(each.type().qualifiedName()).stream())
        .forEach(used -> order(used, open, ordered));
    ordered.put(type.name(), type);
  }

  /**
   * The composite types with an attribute of that type, directly or by another composite type; each
   * after those that its attributes use.
   */
  public List<CompositeType> compositeTypesOver(QualifiedName type) {
    List<CompositeType> over = new ArrayList<>();
    Set<QualifiedName> names = new HashSet<>(Set.of(type));
    for (CompositeType each : orderedCompositeTypes()) {
      if (names.stream().anyMatch(each::uses) && names.add(each.name())) {
        over.add(each);
      }
    }
    return over;
  }

  /** The same schema with other namespaces. */
  public Schema withNamespaces(List<String> others) {
    return new Schema(others, tables, sequences, enumTypes, compositeTypes);
  }

  /** The same schema with other tables. */
  public Schema withTables(List<Table> others) {
    return new Schema(namespaces, others, sequences, enumTypes, compositeTypes);
  }

  /** The same schema with other sequences. */
  public Schema withSequences(List<Sequence> others) {
    return new Schema(namespaces, tables, others, enumTypes, compositeTypes);
  }

  /** The same schema with other enum types. */
  public Schema withEnumTypes(List<EnumType> others) {
    return new Schema(namespaces, tables, sequences, others, compositeTypes);
  }

  /** The same schema with other composite types. */
  public Schema withCompositeTypes(List<CompositeType> others) {
    return new Schema(namespaces, tables, sequences, enumTypes, others);
  }
}
