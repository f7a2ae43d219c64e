package dev.autogen.diff;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.ColumnUses;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Operation;
import dev.autogen.operation.TableDescription;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the constraints and indexes that are dropped with those that take their place. A drop alone
 * tells nothing: an index that keeps its name and changes its columns is dropped, too.
 */
final class MemberPairs {

  /** A constraint or index that an operation creates or drops: one of the two is null. */
  record Member(
      QualifiedName table,
      @Nullable Constraint constraint,
      @Nullable Index index,
      Operation operation) {

    static Member of(AddConstraint add) {
      return new Member(add.table(), add.constraint(), null, add);
    }

    static Member of(DropConstraint drop) {
      return new Member(drop.table(), drop.constraint(), null, drop);
    }

    static Member of(CreateIndex create) {
      return new Member(create.table(), null, create.index(), create);
    }

    static Member of(DropIndex drop) {
      return new Member(drop.table(), null, drop.index(), drop);
    }

    @Nullable String name() {
      return constraint == null ? Objects.requireNonNull(index).name() : constraint.name();
    }

    /** The member in words, with its name. */
    String words() {
      return constraint == null
          ? TableDescription.index(Objects.requireNonNull(index))
          : TableDescription.constraint(constraint);
    }

    /** Whether the member is over a column, or mentions it. */
    boolean uses(String column, ColumnUses uses) {
      return constraint == null
          ? uses.uses(Objects.requireNonNull(index), column)
          : uses.uses(constraint, column);
    }

    Optional<ForeignKey> foreignKey() {
      return constraint instanceof ForeignKey key ? Optional.of(key) : Optional.empty();
    }

    private DifferenceKind kind() {
      if (constraint instanceof PrimaryKey) {
        return DifferenceKind.PRIMARY_KEY;
      } else if (constraint instanceof UniqueConstraint) {
        return DifferenceKind.UNIQUE_CONSTRAINT;
      } else if (constraint instanceof ForeignKey) {
        return DifferenceKind.FOREIGN_KEY;
      }
      return constraint == null ? DifferenceKind.INDEX : DifferenceKind.CHECK;
    }

    /** Whether the name is one of tables and indexes, rather than of the table's constraints. */
    private boolean isRelation() {
      return constraint == null
          || constraint instanceof PrimaryKey
          || constraint instanceof UniqueConstraint;
    }
  }

  /** What the model has and what the database has in its place; one of the two may be null. */
  record Pair(@Nullable Member wanted, @Nullable Member unwanted) {

    DifferenceKind kind() {
      if (wanted != null
          && unwanted != null
          && wanted.constraint() instanceof ForeignKey model
          && unwanted.constraint() instanceof ForeignKey database
          && withActionsOf(model, database).withName(null).equals(database.withName(null))) {
        return DifferenceKind.ON_DELETE;
      }
      return Objects.requireNonNull(wanted == null ? unwanted : wanted).kind();
    }
  }

  private final SqlWords words;
  private final List<Member> wanted;
  private final List<Member> unwanted;
  private final List<Pair> pairs = new ArrayList<>();

  private MemberPairs(List<Member> wanted, List<Member> unwanted, SqlWords words) {
    this.wanted = new ArrayList<>(wanted);
    this.unwanted = new ArrayList<>(unwanted);
    this.words = words;
  }

  /** The pairs, without members that are created again as they were. */
  static List<Pair> of(List<Member> wanted, List<Member> unwanted, SqlWords words) {
    MemberPairs members = new MemberPairs(wanted, unwanted, words);
    members.pair(MemberPairs::isSame);
    members.pairs.clear();
    members.pair(MemberPairs::hasName);
    members.pair(members::takesPlace);
    members.wanted.forEach(each -> members.pairs.add(new Pair(each, null)));
    members.unwanted.forEach(each -> members.pairs.add(new Pair(null, each)));
    return members.pairs;
  }

  /** A foreign key with what another one does when a referenced row goes or changes. */
  static ForeignKey withActionsOf(ForeignKey key, ForeignKey other) {
    return key.withOnDelete(other.onDelete(), other.onDeleteColumns())
        .withOnUpdate(other.onUpdate());
  }

  private void pair(BiPredicate<Member, Member> matches) {
    for (Member dropped : List.copyOf(unwanted)) {
      wanted.stream()
          .filter(added -> matches.test(added, dropped))
          .findFirst()
          .ifPresent(
              added -> {
                wanted.remove(added);
                unwanted.remove(dropped);
                pairs.add(new Pair(added, dropped));
              });
    }
  }

  private static boolean isSame(Member one, Member other) {
    return one.table().equals(other.table())
        && Objects.equals(one.constraint(), other.constraint())
        && Objects.equals(one.index(), other.index());
  }

  /** Whether the one needs the name of the other. */
  private static boolean hasName(Member one, Member other) {
    return one.name() != null
        && Objects.equals(one.name(), other.name())
        && (one.isRelation() && other.isRelation()
            ? Objects.equals(one.table().schema(), other.table().schema())
            : one.table().equals(other.table())
                && one.constraint() != null
                && other.constraint() != null);
  }

  /** Whether the one says something else about what the other is about. */
  private boolean takesPlace(Member one, Member other) {
    if (!one.table().equals(other.table())) {
      return false;
    }
    Constraint added = one.constraint();
    Constraint dropped = other.constraint();
    if (added instanceof PrimaryKey) {
      return dropped instanceof PrimaryKey;
    } else if (added instanceof UniqueConstraint unique) {
      return dropped instanceof UniqueConstraint old && unique.columns().equals(old.columns());
    } else if (added instanceof ForeignKey key) {
      return dropped instanceof ForeignKey old && key.columns().equals(old.columns());
    } else if (added instanceof CheckConstraint check) {
      return dropped instanceof CheckConstraint old
          && form(check.expression()).equals(form(old.expression()));
    }
    return false;
  }

  /**
   * The words of a condition without its values. A list of values that grew has the same form:
   * {@code state in ('NEW', 'DONE')}.
   */
  private Set<String> form(String expression) {
    Set<String> form = new HashSet<>(words.of(words.normal(expression)));
    form.removeIf(word -> word.startsWith("'") || Character.isDigit(word.charAt(0)));
    form.removeAll(Set.of("(", ")", ","));
    return form;
  }
}
