package dev.autogen.testing;

import java.util.List;

/**
 * A database in which a role without rights has put functions and operators that PostgreSQL takes
 * for its own, wherever SQL does not say whose it means. Each that is called counts in a sequence,
 * which no rollback takes back, and fails in a read-only transaction.
 */
public final class HostileDatabase {

  private static final List<String> FUNCTIONS =
      List.of(
          "acldefault",
          "aclexplode",
          "array_agg",
          "array_fill",
          "array_length",
          "array_remove",
          "array_to_string",
          "cardinality",
          "clock_timestamp",
          "concat",
          "concat_ws",
          "current_database",
          "current_schema",
          "current_schemas",
          "current_setting",
          "encode",
          "format",
          "format_type",
          "generate_series",
          "json_array_length",
          "jsonb_to_record",
          "justify_interval",
          "length",
          "lower",
          "max",
          "min",
          "nextval",
          "now",
          "obj_description",
          "pg_advisory_unlock",
          "pg_backend_pid",
          "pg_blocking_pids",
          "pg_collation_is_visible",
          "pg_get_constraintdef",
          "pg_get_expr",
          "pg_get_functiondef",
          "pg_get_indexdef",
          "pg_get_partkeydef",
          "pg_get_serial_sequence",
          "pg_get_userbyid",
          "pg_get_viewdef",
          "pg_has_role",
          "pg_is_in_recovery",
          "pg_logical_emit_message",
          "pg_opclass_is_visible",
          "pg_partition_root",
          "pg_sequence_last_value",
          "pg_try_advisory_lock",
          "pg_type_is_visible",
          "pg_typeof",
          "quote_ident",
          "quote_literal",
          "regexp_replace",
          "regexp_split_to_table",
          "replace",
          "rtrim",
          "set_config",
          "setval",
          "shobj_description",
          "starts_with",
          "string_agg",
          "string_to_array",
          "substr",
          "substring",
          "to_char",
          "to_json",
          "to_jsonb",
          "to_regclass",
          "translate",
          "trim",
          "unnest",
          "upper");

  private static final List<String> TYPES =
      List.of("name", "text", "varchar", "oid", "int2", "int4", "int8", "bool", "\"char\"");

  private static final List<String> OPERATORS =
      List.of("=", "<>", "<", ">", "<=", ">=", "~", "!~", "~~", "!~~", "||", "+", "-");

  private static final String PLANT =
      """
      do $do$
      declare
        body constant text := $body$ language plpgsql immutable as $f$
          begin perform pg_catalog.nextval('public.loot'::pg_catalog.regclass); return null; end $f$ $body$;
        f record;
        g text;
        a text;
        b text;
      begin
        for f in select p.oid, p.proname, pg_get_function_identity_arguments(p.oid) as arguments,
                        pg_get_function_result(p.oid) as result
                 from pg_proc p
                 where p.pronamespace = 'pg_catalog'::regnamespace and p.proname = any (array[%1$s])
        loop
          begin
            execute format('create function public.%%I(%%s) returns %%s', f.proname, f.arguments, f.result) || body;
          exception when others then null;
          end;
        end loop;
        foreach g in array array[%1$s] loop
          foreach a in array array[%2$s] loop
            begin
              execute format('create function public.%%I(%%s) returns text', g, a) || body;
            exception when others then null;
            end;
            foreach b in array array['text', 'name', 'int4', 'bool'] loop
              begin
                execute format('create function public.%%I(%%s, %%s) returns text', g, a, b) || body;
              exception when others then null;
              end;
            end loop;
          end loop;
        end loop;
        foreach a in array array[%2$s] loop
          foreach b in array array[%2$s] loop
            execute format('create function public.op(%%s, %%s) returns bool', a, b) || body;
            foreach g in array array[%3$s] loop
              execute format('create operator public.%%s (leftarg = %%s, rightarg = %%s, function = public.op)', g, a, b);
            end loop;
          end loop;
        end loop;
      end
      $do$
      """;

  private HostileDatabase() {}

  /** Plants them, as a role that may do nothing but create in the schema {@code public}. */
  public static void plant(TestDatabase database) {
    String role = "attacker_" + database.name();
    database.execute(
        "create role " + role,
        "grant usage, create on schema public to " + role,
        "create sequence public.loot",
        "grant all on sequence public.loot to public",
        "set role "
            + role
            + "; "
            + PLANT.formatted(quoted(FUNCTIONS), quoted(TYPES), quoted(OPERATORS)));
  }

  private static String quoted(List<String> texts) {
    return texts.stream()
        .map(text -> "'" + text + "'")
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** Whether something of that was called. */
  public static boolean wasCalled(TestDatabase database) {
    return database.query("select is_called from public.loot").get(0).get(0).equals("t");
  }
}
