package dev.autogen.model.hibernate;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableStructure;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.jspecify.annotations.Nullable;

/** The columns of identifiers that Hibernate numbers with sequences. */
final class GeneratorColumns {

  private GeneratorColumns() {}

  /**
   * Lists of sequence, table, column and step. A table may stand for the sequence.
   *
   * @param numberedTables gets lists of the table that stands for a sequence, the numbered table,
   *     its column and the increment
   */
  static List<List<String>> of(
      Metadata metadata, DdlExport export, List<String> notes, List<List<String>> numberedTables) {
    List<List<String>> rows = new ArrayList<>();
    for (PersistentClass entity : metadata.getEntityBindings()) {
      if (entity instanceof RootClass root
          && root.getIdentifier() instanceof SimpleValue identifier
          && identifier.getColumns().size() == 1) {
        Object generator = generator(identifier, root, export);
        if (generator == null) {
          notes.add(unknown(root));
        }
        String column = export.name(identifier.getColumns().get(0));
        if (generator instanceof SequenceStyleGenerator style
            && style.getDatabaseStructure() instanceof TableStructure structure) {
          String increment = String.valueOf(structure.getIncrementSize());
          String name = export.tableName(structure.getPhysicalName());
          tables(root)
              .forEach(
                  table ->
                      numberedTables.add(List.of(name, export.name(table), column, increment)));
        }
        QualifiedSequenceName sequence = sequence(generator);
        if (sequence != null && generator instanceof SequenceStyleGenerator style) {
          String step = String.valueOf(style.getDatabaseStructure().getIncrementSize());
          tables(root)
              .forEach(
                  table ->
                      rows.add(List.of(export.name(sequence), export.name(table), column, step)));
        }
      }
    }
    return rows;
  }

  private static String unknown(RootClass root) {
    return "Not known: what numbers "
        + root.getEntityName()
        + ", whose generator cannot be made without a database; if it draws on a new sequence while"
        + " the table has rows, set that behind them in the migration by op.execute(\"select"
        + " setval(…)\").";
  }

  /** The entity's table, or those of its subclasses too where each has rows of its own. */
  private static List<Table> tables(RootClass root) {
    List<Table> tables = new ArrayList<>(List.of(root.getTable()));
    root.getSubclasses().stream()
        .filter(UnionSubclass.class::isInstance)
        .forEach(subclass -> tables.add(subclass.getTable()));
    return tables.stream().filter(Table::isPhysicalTable).distinct().toList();
  }

  private static @Nullable QualifiedSequenceName sequence(@Nullable Object generator) {
    if (generator instanceof SequenceStyleGenerator style && style.getDatabaseStructure() != null) {
      QualifiedName name = style.getDatabaseStructure().getPhysicalName();
      return name instanceof QualifiedSequenceName sequence
          ? sequence
          : new QualifiedSequenceName(
              name.getCatalogName(), name.getSchemaName(), name.getObjectName());
    }
    return null;
  }

  /** The generator of an identifier, or null where it cannot be made without a database. */
  private static @Nullable Object generator(
      SimpleValue identifier, RootClass root, DdlExport export) {
    Optional<Method> widest =
        Arrays.stream(SimpleValue.class.getMethods())
            .filter(method -> method.getName().equals("createGenerator"))
            .max(Comparator.comparingInt(Method::getParameterCount));
    if (widest.isEmpty()) {
      return null;
    }
    Method factory = widest.get();
    try {
      return factory.invoke(
          identifier,
          Arrays.stream(factory.getParameterTypes())
              .map(type -> argument(type, root, export))
              .toArray());
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /**
   * What the method takes: 6.6 has made the generator before and needs nothing, 7 makes another one
   * and asks {@code GeneratorSettings} for the names of its sequence.
   */
  private static @Nullable Object argument(Class<?> type, RootClass root, DdlExport export) {
    if (type.isInstance(root)) {
      return root;
    } else if (type == Property.class) {
      return root.getIdentifierProperty();
    } else if (type.isInstance(export.dialect())) {
      return export.dialect();
    } else if (type.getSimpleName().equals("GeneratorSettings")) {
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) ->
              method.getReturnType().isInstance(export.context()) ? export.context() : null);
    }
    return null;
  }
}
