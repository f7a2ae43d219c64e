package dev.autogen.render.java;

import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Revision;
import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that statements name, which JavaPoet imports where they are used. */
final class JavaTypes {

  /** Each by the name that the source uses. */
  static final Map<String, Class<?>> BY_NAME =
      Stream.of(IrreversibleMigration.class, List.class, Revision.class, SqlType.class)
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  /** The named arguments of a format. */
  static final Map<String, Class<?>> ARGUMENTS =
      BY_NAME.values().stream()
          .collect(Collectors.toUnmodifiableMap(JavaTypes::argument, Function.identity()));

  private JavaTypes() {}

  /** How a format of JavaPoet names the type. */
  static String format(Class<?> type) {
    return "$" + argument(type) + ":T";
  }

  private static String argument(Class<?> type) {
    return type.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
        + type.getSimpleName().substring(1);
  }
}
