package dev.autogen.dialect.postgresql;

/**
 * What the server does with the expressions.
 *
 * <p>Nothing is created and no expression is run: {@code EXPLAIN} prints each as the planner
 * understands it, over a function that stands in for the table. That form is the same for all
 * spellings of one thing (names resolved, literals in their type, constant parts computed), where
 * the catalog's own text is not: what {@code pg_get_constraintdef} prints for {@code status in
 * ('A')} is printed differently once it has been declared again. It also works on a standby.
 *
 * <p>Expressions over the same columns are asked about together, and one by one where one of them
 * is not accepted. A loop over a query takes exactly one statement (PostgreSQL manual, 41.6.6), so
 * a text with a second one is not accepted either. Only what has become a single literal is
 * evaluated.
 */
final class ExpressionScript {

  static final String SQL =
      """
      set local statement_timeout = '30s';
      set local lock_timeout = '5s';
      set local standard_conforming_strings = on;
      select set_config('autogen.expressions', ?::text[]::text, true),
             set_config('autogen.sources', ?::text[]::text, true),
             set_config('autogen.groups', ?::text[]::text, true);
      do $autogen$
      declare
        expressions text[] := current_setting('autogen.expressions')::text[];
        sources text[] := current_setting('autogen.sources')::text[];
        groups text[] := current_setting('autogen.groups')::text[];
        words text[] := array_fill(null::text, array[cardinality(expressions)]);
        literal constant text :=
          $re$^(NULL|true|false|-?[0-9][0-9.e+-]*|[EB]?'([^']|'')*')(::[^']+)?$$re$;
        first int := 1;
        last int;
        singly_until int := 0;
        plan json;
        output json;
        word text;
        type text;
      begin
        while first <= cardinality(expressions) loop
          last := first;
          while first > singly_until and groups[last + 1] = groups[first] loop
            last := last + 1;
          end loop;
          begin
            for plan in execute 'explain (verbose, costs off, format json) select '
                || array_to_string(expressions[first:last], ', ')
                || case when last > first then groups[first] else sources[first] end loop
              output := plan->0->'Plan'->'Output';
            end loop;
            if json_array_length(output) <> last - first + 1 then
              raise 'not one expression each';
            end if;
            for i in first..last loop
              word := output->>(i - first);
              if sources[i] = '' and word ~ literal then
                execute 'select v::text, pg_typeof(v)::text from (select ' || word || ' as v) s'
                  into word, type;
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

  private ExpressionScript() {}
}
