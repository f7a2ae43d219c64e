package dev.autogen.comparison;

import dev.autogen.schema.Expression;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Map;

/** Who is asked about expressions where the connection may not ask its database. */
@FunctionalInterface
interface ExpressionFallback {

  /** Asks nobody. */
  ExpressionFallback NONE = (actual, expressions) -> Map.of();

  /** What a database with that schema makes of the expressions; nothing if it cannot be asked. */
  Map<Expression, String> words(Schema actual, List<Expression> expressions);
}
