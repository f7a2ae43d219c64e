package dev.autogen.liquibase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Liquibase sends to the database for a changeset.
 *
 * @param upgrade its statements
 * @param rollback the statements that undo it; none if it cannot be undone
 * @param inTransaction whether they run in one transaction
 * @param other what it does besides SQL, such as Java code, or null
 */
public record ChangesetSql(
    List<String> upgrade, List<String> rollback, boolean inTransaction, @Nullable String other) {

  public ChangesetSql {
    upgrade = List.copyOf(upgrade);
    rollback = List.copyOf(rollback);
  }
}
