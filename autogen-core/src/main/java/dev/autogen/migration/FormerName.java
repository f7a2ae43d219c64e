package dev.autogen.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a table or column was called in the database, so that it is renamed rather than dropped
 * and added. Once it has its name in every database, the annotation can go; until then it changes
 * nothing where the rename was done.
 *
 * <pre>{@code
 * @Entity
 * @FormerName("people")
 * public class User {
 *   @FormerName("email")
 *   private String emailAddress;
 * }
 * }</pre>
 *
 * <p>On an entity it names the former table, on an attribute its former column, on a collection
 * with a table of its own that table. On an attribute of an embeddable or a mapped superclass it
 * holds wherever that is used.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Repeatable(FormerName.List.class)
public @interface FormerName {

  /** The names before, any order; the first that the database has is renamed. */
  String[] value();

  /**
   * The column that is meant, by its present name, where there are several: of an association with
   * a composite key, an embedded attribute, or an entity.
   */
  String column() default "";

  /** The table that is meant, by its present name, where an entity has secondary tables. */
  String table() default "";

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
  @interface List {

    /** The annotations. */
    FormerName[] value();
  }
}
