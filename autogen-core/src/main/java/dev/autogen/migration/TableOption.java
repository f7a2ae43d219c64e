package dev.autogen.migration;

import dev.autogen.schema.TableForm;
import java.util.function.UnaryOperator;

/** How a new table is kept. */
public record TableOption(UnaryOperator<TableForm> change) implements TableElement {}
