package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameSequence;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.NameRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts names that are longer than PostgreSQL keeps, as PostgreSQL does: after the last whole
 * character that fits (PostgreSQL manual, 4.1.1; {@code truncate_identifier}). Two names that would
 * become equal stay as they are, so that the database reports the clash.
 */
final class LongNames {

  private static final NameRules NAMES = PostgreSqlText.RULES.names();

  private LongNames() {}

  /** The schema with names as the catalog will have them. */
  static Schema cut(Schema schema) {
    Schema result = new SchemaChange(PostgreSqlText.RULES).apply(schema, renames(schema));
    return result
        .withTables(result.tables().stream().map(LongNames::members).toList())
        .withCompositeTypes(result.compositeTypes().stream().map(LongNames::attributes).toList());
  }

  private static List<Operation> renames(Schema schema) {
    List<Operation> renames = new ArrayList<>();
    for (Table table : schema.tables()) {
      Set<String> names = new HashSet<>();
      table.columns().forEach(column -> names.add(column.name()));
      for (Column column : table.columns()) {
        if (isLong(column.name()) && names.add(cut(column.name()))) {
          renames.add(new RenameColumn(table.name(), column.name(), cut(column.name())));
        }
      }
    }
    Set<QualifiedName> taken = new HashSet<>();
    schema.objectNames().forEach(taken::add);
    schema.tables().stream()
        .map(table -> table.name())
        .filter(name -> isFree(name, taken))
        .forEach(name -> renames.add(new RenameTable(name, name.withName(cut(name.name())))));
    schema.sequences().stream()
        .map(sequence -> sequence.name())
        .filter(name -> isFree(name, taken))
        .forEach(name -> renames.add(new RenameSequence(name, name.withName(cut(name.name())))));
    schema
        .typeNames()
        .filter(name -> isFree(name, taken))
        .forEach(name -> renames.add(new RenameType(name, name.withName(cut(name.name())))));
    return renames;
  }

  private static boolean isFree(QualifiedName name, Set<QualifiedName> taken) {
    return isLong(name.name()) && taken.add(name.withName(cut(name.name())));
  }

  private static Table members(Table table) {
    boolean none =
        Stream.concat(
                table.constraints().stream().map(Constraint::name),
                table.indexes().stream().map(Index::name))
            .noneMatch(name -> name != null && isLong(name));
    return none
        ? table
        : table
            .withConstraints(
                table.constraints().stream()
                    .map(each -> each.withName(cutOrNull(each.name())))
                    .toList())
            .withIndexes(
                table.indexes().stream()
                    .map(each -> each.withName(cutOrNull(each.name())))
                    .toList());
  }

  private static CompositeType attributes(CompositeType type) {
    return type.withAttributes(
        type.attributes().stream().map(each -> each.withName(cut(each.name()))).toList());
  }

  private static @Nullable String cutOrNull(@Nullable String name) {
    return name == null ? null : cut(name);
  }

  private static boolean isLong(String name) {
    return !cut(name).equals(name);
  }

  /** The name as PostgreSQL keeps it. */
  static String cut(String name) {
    return NAMES.cut(name);
  }

  /** A name with a suffix, cut before the suffix so that the whole fits. */
  static String suffixed(String name, String suffix) {
    return start(name, NAMES.maximum() - bytes(suffix).length) + suffix;
  }

  /**
   * A name that PostgreSQL builds from others: it shortens the longer one, byte by byte, until the
   * whole fits ({@code makeObjectName}).
   */
  static String joined(String first, String second, String label) {
    int one = bytes(first).length;
    int two = bytes(second).length;
    while (one + two + bytes(label).length + 2 > NAMES.maximum()) {
      if (one > two) {
        one--;
      } else {
        two--;
      }
    }
    return start(first, one) + "_" + start(second, two) + "_" + label;
  }

  /** The longest start of the name, in whole characters, that fits into this number of bytes. */
  private static String start(String name, int length) {
    byte[] bytes = bytes(name);
    int end = Math.min(length, bytes.length);
    while (end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
