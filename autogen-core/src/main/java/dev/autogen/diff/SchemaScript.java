package dev.autogen.diff;

import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.Operation;
import dev.autogen.operation.OwnSequence;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.TextRules;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations that create a schema from nothing. */
public final class SchemaScript {

  private SchemaScript() {}

  /**
   * The operations that create everything in a schema, in order.
   *
   * @param text how names and expressions of the database are written
   */
  public static List<Operation> create(Schema schema, TextRules text) {
    return creation(schema, text).upgrade();
  }

  /**
   * The operations that drop everything in a schema, in order: they undo {@link #create}.
   *
   * @param text how names and expressions of the database are written
   */
  public static List<Operation> drop(Schema schema, TextRules text) {
    return creation(schema, text).downgrade();
  }

  /**
   * The operations that create a schema's objects, with those that drop them again.
   *
   * @param text how names and expressions of the database are written
   * @param options which names are ignored
   */
  public static Comparison comparison(Schema schema, TextRules text, DiffOptions options) {
    Schema free =
        schema.withSequences(
            schema.sequences().stream()
                .map(sequence -> isNumbered(schema, sequence) ? sequence : sequence.withOwner(null))
                .toList());
    Comparison bare = Diff.compare(free, Schema.empty(), new NoRules(text), options);
    return bare.between(owners(schema, bare), List.of());
  }

  /** The operations that set the owning columns of sequences which a default uses. */
  private static List<Operation> owners(Schema schema, Comparison creation) {
    Set<QualifiedName> created = new HashSet<>();
    for (Operation operation : creation.operations()) {
      if (operation instanceof CreateSequence create) {
        created.add(create.sequence().name());
      } else if (operation instanceof CreateTable create) {
        created.add(create.table().name());
      }
    }
    return schema.sequences().stream()
        .filter(each -> created.contains(each.name()) && each.owner() != null)
        .filter(each -> created.contains(Objects.requireNonNull(each.owner()).table()))
        .filter(each -> !isNumbered(schema, each))
        .map(each -> (Operation) new OwnSequence(each.name(), null, each.owner()))
        .toList();
  }

  private static Comparison creation(Schema schema, TextRules text) {
    return comparison(schema, text, DiffOptions.everything());
  }

  /** Whether the owning column creates the sequence itself, as an identity does. */
  private static boolean isNumbered(Schema schema, Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    return owner != null
        && schema
            .table(owner.table())
            .flatMap(table -> table.column(owner.column()))
            .filter(column -> column.identity() != null)
            .isPresent();
  }

  /** Rules for a comparison with an empty database, where nothing can be compared or converted. */
  private record NoRules(TextRules text) implements DatabaseRules {

    @Override
    public @Nullable String word(Expression expression) {
      return null;
    }

    @Override
    public Schema spelledOut(Schema schema, QualifiedName table) {
      return schema;
    }

    @Override
    public @Nullable String conversion(Column from, Column to) {
      return null;
    }

    @Override
    public String enumConversion(Column from, Column to, List<String> names, boolean complete) {
      throw new IllegalStateException("There is nothing to convert: " + from.name());
    }

    @Override
    public boolean comparable(Column from, Column to) {
      return true;
    }

    @Override
    public boolean holds(SqlType wider, SqlType narrower) {
      return wider.equals(narrower);
    }

    @Override
    public boolean sortable(Column column) {
      return true;
    }

    @Override
    public @Nullable String neutralValue(Column column) {
      return null;
    }

    @Override
    public @Nullable String distinctValue(Column column) {
      return null;
    }

    @Override
    public String continueNumbering(Sequence sequence) {
      throw new IllegalStateException("There are no rows: " + sequence.name());
    }
  }
}
