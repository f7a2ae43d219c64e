package dev.autogen.comparison;

import dev.autogen.schema.Expression;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Map;

/** Answers for expressions where the connection has no right to ask its own database. */
@FunctionalInterface
interface ExpressionFallback {

  /** Answers nothing. */
  ExpressionFallback NONE = (actual, expressions) -> Map.of();

  /** The expressions as a database with that schema prints them; empty if it cannot be asked. */
  Map<Expression, String> words(Schema actual, List<Expression> expressions);
}
