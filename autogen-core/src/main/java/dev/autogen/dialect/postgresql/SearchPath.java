package dev.autogen.dialect.postgresql;

/**
 * Where names are looked up (PostgreSQL manual, 5.10.6 Usage Patterns).
 *
 * <p>Whoever may create functions or operators in a schema of the path can have them called in the
 * place of PostgreSQL's own: a {@code quote_ident(name)} in {@code public} fits a name better than
 * the {@code quote_ident(text)} of {@code pg_catalog}. So SQL of autogen's own is understood with
 * nothing but {@code pg_catalog} in the path. Names are printed as the path of the session has
 * them, and so are the expressions of a model understood; there {@code pg_catalog} comes first.
 */
final class SearchPath {

  /**
   * Until the end of the transaction, names are found in {@code pg_catalog} alone. What the path
   * was is in {@code autogen.path}, the same without {@code pg_catalog} in {@code autogen.names},
   * and the first schema of that in {@code autogen.schema}.
   *
   * <p>The first statement is the only one that an unknown path decides upon: each name in it is
   * qualified, and it has no operator. Two results with rows.
   */
  static final String CATALOG =
      """
      select pg_catalog.set_config('autogen.path', pg_catalog.current_setting('search_path'), true),
             pg_catalog.set_config('autogen.schemas', pg_catalog.current_schemas(false)::pg_catalog.text, true),
             pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
      select set_config('autogen.names', coalesce(string_agg(quote_ident(s), ', ' order by n), ''), true),
             set_config('autogen.schema', coalesce((array_agg(s::text order by n))[1], ''), true)
      from unnest(current_setting('autogen.schemas')::name[]) with ordinality as u (s, n)
      where s <> 'pg_catalog' and s !~ '^pg_temp_'
      """;

  /** How long {@link #CATALOG} and {@link #NAMES} are, in results with rows. */
  static final int ROWS_OF_CATALOG = 2;

  /** From now on names are looked up and printed as in the session, {@code pg_catalog} first. */
  static final String NAMES =
      "select set_config('search_path', current_setting('autogen.names'), true)";

  /** The path is again what it was before {@link #CATALOG}. */
  static final String BACK =
      "select pg_catalog.set_config('search_path', pg_catalog.current_setting('autogen.path'), true)";

  /** For a session of autogen's own, which runs nothing of others. */
  static final String SESSION =
      "select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)";

  /** The schema in which a session makes what has no schema in its name; no row where none is. */
  static final String DEFAULT_SCHEMA =
      "select s from pg_catalog.unnest(pg_catalog.current_schemas(false)) with ordinality as u (s, n)"
          + " where s operator(pg_catalog.<>) 'pg_catalog' order by n limit 1";

  /**
   * Takes {@code pg_catalog} out of the path of a session that runs migrations: where it is not
   * named, PostgreSQL looks there first. Does nothing where it is not named.
   */
  static final String CATALOG_FIRST =
      "select pg_catalog.set_config('autogen.path', before, false),"
          + " pg_catalog.set_config('search_path', pg_catalog.regexp_replace("
          + "pg_catalog.regexp_replace(before, '(^|,)\\s*\"?pg_catalog\"?\\s*(?=,|$)', '', 'g'),"
          + " '^\\s*,\\s*', ''), false)"
          + " from (select pg_catalog.current_setting('search_path') as before) as setting"
          + " where 'pg_catalog'::pg_catalog.name operator(pg_catalog.=)"
          + " any (pg_catalog.current_schemas(false))";

  /** Undoes {@link #CATALOG_FIRST}. */
  static final String AS_IT_WAS =
      "select pg_catalog.set_config('search_path', pg_catalog.current_setting('autogen.path'), false),"
          + " pg_catalog.set_config('autogen.path', '', false)"
          + " where pg_catalog.current_setting('autogen.path', true) operator(pg_catalog.<>) ''";

  private SearchPath() {}
}
