package dev.autogen.model.hibernate;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Which attribute of which entity a column stands for, for messages. */
final class ColumnAttributes {

  private final Map<String, String> names = new TreeMap<>();

  private ColumnAttributes() {}

  /** Attributes such as {@code shop.Order.note} by {@code table.column}, both in lower case. */
  static Map<String, String> of(MetadataImplementor metadata) {
    ColumnAttributes attributes = new ColumnAttributes();
    for (PersistentClass entity : metadata.getEntityBindings()) {
      @Nullable Property identifier = entity.getIdentifierProperty();
      if (identifier != null) {
        attributes.add(entity.getEntityName(), identifier);
      }
      entity.getPropertyClosure().forEach(each -> attributes.add(entity.getEntityName(), each));
    }
    return attributes.names;
  }

  private void add(String owner, Property property) {
    add(owner + "." + property.getName(), property.getValue());
  }

  private void add(String attribute, Value value) {
    if (value instanceof Component component) {
      component.getProperties().forEach(part -> add(attribute, part));
    } else if (value instanceof Collection collection) {
      add(attribute, collection.getElement());
    } else if (value.getTable() != null) {
      for (Selectable selectable : value.getSelectables()) {
        if (selectable instanceof Column column) {
          names.putIfAbsent(
              (value.getTable().getName() + "." + column.getName()).toLowerCase(Locale.ROOT),
              attribute);
        }
      }
    }
  }
}
