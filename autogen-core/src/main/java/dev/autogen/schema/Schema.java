package dev.autogen.schema;

import java.util.List;
import java.util.Optional;

/**
 * The objects of a database that a model can describe.
 *
 * @param namespaces the names of schemas beyond the default one
 */
public record Schema(
    List<String> namespaces,
    List<Table> tables,
    List<Sequence> sequences,
    List<EnumType> enumTypes) {

  public Schema {
    namespaces = List.copyOf(namespaces);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    enumTypes = List.copyOf(enumTypes);
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

  /** The same schema with other namespaces. */
  public Schema withNamespaces(List<String> others) {
    return new Schema(others, tables, sequences, enumTypes);
  }

  /** The same schema with other tables. */
  public Schema withTables(List<Table> others) {
    return new Schema(namespaces, others, sequences, enumTypes);
  }

  /** The same schema with other sequences. */
  public Schema withSequences(List<Sequence> others) {
    return new Schema(namespaces, tables, others, enumTypes);
  }

  /** The same schema with other enum types. */
  public Schema withEnumTypes(List<EnumType> others) {
    return new Schema(namespaces, tables, sequences, others);
  }
}
