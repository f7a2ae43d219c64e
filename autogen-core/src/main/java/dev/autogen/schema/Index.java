package dev.autogen.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param name the name, or null where the database chooses one
 * @param elements what is indexed, in order
 * @param unique whether it forbids duplicates
 * @param method the access method where it is not {@code btree}, or null
 * @param include columns that are stored without being keys
 * @param predicate the condition of a partial index, or null
 * @param nullsNotDistinct whether two nulls are duplicates in a unique index
 * @param parameters its storage parameters, such as {@code fillfactor=70}
 * @param tablespace where it is stored, or null for the database's default
 */
public record Index(
    @Nullable String name,
    List<Element> elements,
    boolean unique,
    @Nullable String method,
    List<String> include,
    @Nullable String predicate,
    boolean nullsNotDistinct,
    List<String> parameters,
    @Nullable String tablespace) {

  /** Where nulls sort. */
  public enum Nulls {
    FIRST,
    LAST
  }

  /**
   * One key of an index.
   *
   * @param text the column's name, or an SQL expression
   * @param expression whether {@code text} is an expression
   * @param descending whether the order is {@code DESC}
   * @param nulls where nulls sort, or null for the default (last, or first where descending)
   * @param operatorClass the operator class where it is not the type's default, or null
   * @param collation the collation where it is not the column's, or null
   */
  public record Element(
      String text,
      boolean expression,
      boolean descending,
      @Nullable Nulls nulls,
      @Nullable String operatorClass,
      @Nullable String collation) {

    /** A plain column in ascending order. */
    public static Element column(String name) {
      return new Element(name, false, false, null, null, null);
    }

    /** An SQL expression in ascending order. */
    public static Element expression(String sql) {
      return new Element(sql, true, false, null, null, null);
    }

    /** The same key over another column or expression. */
    public Element withText(String other) {
      return new Element(other, expression, descending, nulls, operatorClass, collation);
    }
  }

  public Index {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
    parameters = List.copyOf(parameters);
  }

  /** An index that is stored as the database does by default. */
  public Index(
      @Nullable String name,
      List<Element> elements,
      boolean unique,
      @Nullable String method,
      List<String> include,
      @Nullable String predicate,
      boolean nullsNotDistinct) {
    this(name, elements, unique, method, include, predicate, nullsNotDistinct, List.of(), null);
  }

  /** An index over plain columns. */
  public static Index of(@Nullable String name, boolean unique, List<String> columns) {
    List<Element> elements = columns.stream().map(Element::column).toList();
    return new Index(name, elements, unique, null, List.of(), null, false);
  }

  /** The same index under another name. */
  public Index withName(@Nullable String other) {
    return new Index(
        other,
        elements,
        unique,
        method,
        include,
        predicate,
        nullsNotDistinct,
        parameters,
        tablespace);
  }

  /** The same index over other keys. */
  public Index withElements(List<Element> others) {
    return new Index(
        name, others, unique, method, include, predicate, nullsNotDistinct, parameters, tablespace);
  }

  /** The same index with another condition, or none where that is null. */
  public Index withPredicate(@Nullable String other) {
    return new Index(
        name, elements, unique, method, include, other, nullsNotDistinct, parameters, tablespace);
  }

  /** The same index, storing other columns. */
  public Index withInclude(List<String> others) {
    return new Index(
        name,
        elements,
        unique,
        method,
        others,
        predicate,
        nullsNotDistinct,
        parameters,
        tablespace);
  }

  /** The same index, unique or not. */
  public Index withUnique(boolean other) {
    return new Index(
        name,
        elements,
        other,
        method,
        include,
        predicate,
        nullsNotDistinct,
        parameters,
        tablespace);
  }

  /** The same index by another access method, or by the usual one where that is null. */
  public Index withMethod(@Nullable String other) {
    return new Index(
        name,
        elements,
        unique,
        other,
        include,
        predicate,
        nullsNotDistinct,
        parameters,
        tablespace);
  }

  /** The same index, two nulls being duplicates or not. */
  public Index withNullsNotDistinct(boolean other) {
    return new Index(
        name, elements, unique, method, include, predicate, other, parameters, tablespace);
  }

  /** The same index with other storage parameters in another tablespace. */
  public Index withStorage(List<String> others, @Nullable String space) {
    return new Index(
        name, elements, unique, method, include, predicate, nullsNotDistinct, others, space);
  }
}
