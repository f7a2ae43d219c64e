package dev.autogen.model.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.JoinedSubclass;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Subclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @FormerName} on entities and attributes says of the tables and columns that Hibernate
 * maps them to.
 */
final class FormerNames {

  private final DdlExport export;
  private final List<String> notes;
  private final Set<List<String>> rows = new LinkedHashSet<>();

  FormerNames(DdlExport export, List<String> notes) {
    this.export = export;
    this.notes = notes;
  }

  /** Lists of table, column or the empty text, and the name before. */
  List<List<String>> of(Metadata metadata) {
    metadata.getEntityBindings().forEach(this::entity);
    return List.copyOf(rows);
  }

  private void entity(PersistentClass entity) {
    Class<?> type = entity.getClassName() == null ? null : entity.getMappedClass();
    if (type == null) {
      return;
    }
    PersistentClass parent = entity.getSuperclass();
    boolean ownTable = parent == null || parent.getTable() != entity.getTable();
    for (FormerNameMark mark : FormerNameMark.of(type)) {
      Table table = mark.table().isEmpty() ? entity.getTable() : joined(entity, mark.table());
      if (!mark.column().isEmpty()) {
        add(entity, table, mark.column(), mark);
      } else if (ownTable || !mark.table().isEmpty()) {
        add(table, "", mark);
      }
    }
    List<Property> properties = new ArrayList<>(entity.getProperties());
    if (entity.getIdentifierProperty() != null && parent == null) {
      properties.add(entity.getIdentifierProperty());
    } else if (entity.getIdentifierMapper() != null && parent == null) {
      properties.addAll(entity.getIdentifierMapper().getProperties());
    }
    properties.forEach(property -> attribute(entity, type, property));
  }

  private Table joined(PersistentClass entity, String name) {
    return entity.getJoins().stream()
        .map(Join::getTable)
        .filter(table -> table.getName().equalsIgnoreCase(name))
        .findFirst()
        .orElse(entity.getTable());
  }

  private void attribute(PersistentClass entity, Class<?> owner, Property property) {
    Value value = property.getValue();
    for (FormerNameMark mark : FormerNameMark.of(owner, property.getName())) {
      if (value instanceof Collection collection) {
        collection(collection, mark, owner, property);
      } else {
        columns(entity, value, mark, owner, property);
      }
    }
    if (value instanceof Component component) {
      component(entity, component);
    } else if (value instanceof Collection collection
        && collection.getElement() instanceof Component component) {
      component(entity, component);
    }
  }

  private void component(PersistentClass entity, Component component) {
    if (component.getComponentClassName() != null && !component.isDynamic()) {
      Class<?> type = component.getComponentClass();
      component.getProperties().forEach(property -> attribute(entity, type, property));
    }
  }

  private void collection(
      Collection collection, FormerNameMark mark, Class<?> owner, Property property) {
    Table table = collection.getCollectionTable();
    if (!mark.column().isEmpty()) {
      add(table, mark.column(), mark);
    } else if (!collection.isOneToMany()) {
      if (!collection.isInverse()) {
        add(table, "", mark);
      }
    } else if (collection.getKey().getColumns().size() == 1) {
      add(table, export.name(collection.getKey().getColumns().get(0)), mark);
    } else {
      severalColumns(owner, property);
    }
  }

  private void columns(
      PersistentClass entity, Value value, FormerNameMark mark, Class<?> owner, Property property) {
    List<Column> columns = value.getColumns();
    if (!mark.column().isEmpty()) {
      add(entity, value.getTable(), mark.column(), mark);
    } else if (columns.size() == 1) {
      add(entity, value.getTable(), export.name(columns.get(0)), mark);
    } else {
      severalColumns(owner, property);
    }
  }

  private void severalColumns(Class<?> owner, Property property) {
    notes.add(
        "@FormerName on "
            + owner.getName()
            + "."
            + property.getName()
            + " says nothing: the attribute has no single column; name one by column = \"…\".");
  }

  /** A column of an entity, and what repeats it in the tables of subclasses. */
  private void add(PersistentClass entity, Table table, String column, FormerNameMark mark) {
    add(table, column, mark);
    for (Subclass subclass : entity.getSubclasses()) {
      boolean repeats = subclass instanceof UnionSubclass;
      boolean key =
          subclass instanceof JoinedSubclass joined
              && joined.getKey().getColumns().stream()
                  .anyMatch(each -> export.name(each).equals(column));
      if (repeats || key) {
        add(subclass.getTable(), column, mark);
      }
    }
  }

  private void add(@Nullable Table table, String column, FormerNameMark mark) {
    if (table != null && table.isPhysicalTable()) {
      mark.names().forEach(name -> rows.add(List.of(export.name(table), column, name)));
    }
  }
}
