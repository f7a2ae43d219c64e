package dev.autogen.dialect.postgresql;

/**
 * SQL that controls where names are looked up (PostgreSQL manual, 5.10.6 Usage Patterns).
 *
 * <p>A user who may create functions or operators in a schema of the path can have them called
 * instead of PostgreSQL's own: a {@code quote_ident(name)} in {@code public} fits a name better
 * than the {@code quote_ident(text)} of {@code pg_catalog}. So autogen's own SQL is parsed with
 * nothing but {@code pg_catalog} in the path. Names are printed, and expressions of a model are
 * parsed, with the session's path; there {@code pg_catalog} comes first.
 */
final class SearchPath {

  /**
   * Looks names up in {@code pg_catalog} alone until the end of the transaction. The former path is
   * kept in {@code autogen.path}, the same without {@code pg_catalog} in {@code autogen.names}, and
   * the first schema of the latter in {@code autogen.schema}.
   *
   * <p>Only the first statement runs with an unknown path: each name in it is qualified, and it has
   * no operator. There are two results with rows.
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

  /** The number of results with rows of {@link #CATALOG}, and of {@link #NAMES}. */
  static final int ROWS_OF_CATALOG = 2;

  /**
   * Looks names up and prints them with the session's path from now on, {@code pg_catalog} first.
   */
  static final String NAMES =
      "select set_config('search_path', current_setting('autogen.names'), true)";

  /** Restores the path that was set before {@link #CATALOG}. */
  static final String BACK =
      "select pg_catalog.set_config('search_path', pg_catalog.current_setting('autogen.path'), true)";

  /** Sets the path of autogen's own session, which runs no code of others. */
  static final String SESSION =
      "select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false)";

  /**
   * Asks for the schema in which a session creates objects without a schema in their names; no row
   * if there is none.
   */
  static final String DEFAULT_SCHEMA =
      "select s from pg_catalog.unnest(pg_catalog.current_schemas(false)) with ordinality as u (s, n)"
          + " where s operator(pg_catalog.<>) 'pg_catalog' order by n limit 1";

  /**
   * Removes {@code pg_catalog} from the path of a session that runs migrations, because PostgreSQL
   * looks there first if it is not named. Changes nothing if it is not named.
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
