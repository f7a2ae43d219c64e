package dev.autogen.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Places a migration in the history. It is read from source as well as from classes. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

  /** The identifier, unique in the history. */
  String id();

  /** The revisions that this one follows; none for a base, several for a merge. */
  String[] revises() default {};

  /** When it was written, in ISO 8601 with a zone. */
  String created() default "";

  /** Names for the branch that starts here. */
  String[] branchLabels() default {};

  /** Revisions of other branches that must have been applied before. */
  String[] dependsOn() default {};

  /**
   * The revisions that this one replaces, in their order: it is a squash. A database that has the
   * last of them counts as having this one.
   */
  String[] replaces() default {};

  /**
   * Whether it makes what was in a database before autogen. A downgrade stops above it, unless a
   * person names it.
   */
  boolean baseline() default false;

  /**
   * The kinds of database that it is written for: {@code postgresql}, {@code mysql}, {@code
   * mariadb}, {@code sqlite}, {@code h2}. Its words then mean the right thing on each, and it runs
   * on no other. Without it, types and SQL are those of the database that it was written for.
   */
  String[] dialects() default {};

  /**
   * The hazards that {@code autogen lint} finds in it and that do no harm, each with the reason:
   * {@code "AG101 the table has 20 rows"}.
   */
  String[] accept() default {};
}
