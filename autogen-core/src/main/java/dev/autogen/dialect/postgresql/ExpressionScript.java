package dev.autogen.dialect.postgresql;

/**
 * The script by which the server prints expressions.
 *
 * <p>{@code EXPLAIN} prints each expression as the planner understands it, over a function that
 * stands in for the table; nothing is created. That form is the same for all spellings of one
 * expression (names resolved, literals in their type, constant parts computed). The catalog's own
 * text is not: the text that {@code pg_get_constraintdef} prints for {@code status in ('A')} is
 * printed differently when it is declared again. It also works on a standby.
 *
 * <p>To compute constant parts, the planner calls functions. Functions in the server's own C code
 * may be called. Others may be written by anybody, and would run with the rights of this session
 * ({@link ForeignCode}). An expression that names such a function is not planned: it is declared as
 * a temporary view, which is never run, then printed, and declared again until its text stays the
 * same. An expression with a type whose values are read by such a function is not asked about.
 *
 * <p>Expressions over the same columns are asked about together; if one of them is not accepted,
 * they are asked about one by one. A cursor takes exactly one statement (PostgreSQL manual,
 * 41.7.2), so a text with a second statement is not accepted either. Only an expression that has
 * become a single literal is evaluated.
 *
 * <p>The script's own SQL is parsed with only {@code pg_catalog} in the search path; only the SQL
 * that it executes is parsed with the session's path. See {@link SearchPath}.
 */
final class ExpressionScript {

  static final String SQL =
      """
      set local statement_timeout = '30s';
      set local lock_timeout = '5s';
      set local standard_conforming_strings = on;
      """
          + SearchPath.CATALOG
          + """
      ;
      select set_config('autogen.expressions', ?::text[]::text, true),
             set_config('autogen.sources', ?::text[]::text, true),
             set_config('autogen.groups', ?::text[]::text, true);
      do $autogen$
      declare
        names constant text := current_setting('autogen.names');
        expressions text[] := current_setting('autogen.expressions')::text[];
        sources text[] := current_setting('autogen.sources')::text[];
        groups text[] := current_setting('autogen.groups')::text[];
        words text[] := array_fill(null::text, array[cardinality(expressions)]);
        foreign_code int[];
        literal constant text :=
          $re$^(NULL|true|false|-?[0-9][0-9.e+-]*|[EB]?'([^']|'')*')(::[^']+)?$$re$;
        first int := 1;
        last int;
        singly_until int := 0;
        query text;
        single refcursor;
        plan json;
        output json;
        word text;
        before text;
        type text;
      begin
        if exists (
      """
          + ForeignCode.ANY
          + """
        ) then
          foreign_code := (
      """
          + ForeignCode.SQL
          + """
          );
        else
          foreign_code := array_fill(0, array[cardinality(expressions)]);
        end if;
        while first <= cardinality(expressions) loop
          last := first;
          while first > singly_until and groups[last + 1] = groups[first]
              and foreign_code[first] = 0 and foreign_code[last + 1] = 0 loop
            last := last + 1;
          end loop;
          begin
            if foreign_code[first] = 0 then
              query := 'explain (verbose, costs off, format json) select '
                || array_to_string(expressions[first:last], ', ')
                || case when last > first then groups[first] else sources[first] end;
              perform set_config('search_path', names, true);
              for plan in execute query loop
                output := plan;
              end loop;
              perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
              output := output->0->'Plan'->'Output';
              if json_array_length(output) <> last - first + 1 then
                raise 'not one expression each';
              end if;
              for i in first..last loop
                word := output->>(i - first);
                if sources[i] = '' and word ~ literal then
                  query := 'select v::pg_catalog.text, pg_catalog.pg_typeof(v)::pg_catalog.text'
                    || ' from (select ' || word || ' as v) s';
                  perform set_config('search_path', names, true);
                  execute query into word, type;
                  perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
                  word := case type
                    when 'json' then word::jsonb::text
                    when 'interval' then justify_interval(word::interval)::text
                    when 'numeric' then
                      regexp_replace(regexp_replace(word, '([.][0-9]*[1-9])0+$', '\\1'), '[.]0+$', '')
                    else word end;
                  word := coalesce(quote_literal(word), 'NULL');
                end if;
                words[i] := word;
              end loop;
            elsif foreign_code[first] = 1 then
              word := expressions[first];
              for turn in 1..4 loop
                before := word;
                query := ' select ' || word || ' as autogen_word' || sources[first];
                word := 'explain' || query;
                query := 'create temporary view autogen_word as' || query;
                perform set_config('search_path', names, true);
                open single for execute word;
                close single;
                execute query;
                word := pg_catalog.pg_get_viewdef('pg_temp.autogen_word'::pg_catalog.regclass);
                execute 'drop view pg_temp.autogen_word';
                perform pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
                word := substring(word from '^\s*SELECT (.*) AS autogen_word');
                exit when word = before;
              end loop;
              words[first] := word;
            end if;
            first := last + 1;
          exception when others then
            if last > first then
              singly_until := last;
            else
              first := first + 1;
            end if;
          end;
        end loop;
        perform set_config('autogen.words', words::text, true);
      end
      $autogen$;
      select u.number, u.word
      from unnest(current_setting('autogen.words')::text[]) with ordinality as u (word, number)
      where u.word is not null
      """;

  /** How many results with rows come before the answers. */
  static final int ROWS_BEFORE = SearchPath.ROWS_OF_CATALOG + 1;

  private ExpressionScript() {}
}
