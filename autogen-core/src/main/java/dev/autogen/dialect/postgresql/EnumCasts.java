package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.schema.QualifiedName;
import java.util.List;

/**
 * The casts between strings and an enum type that Hibernate creates together with the type ({@code
 * PostgreSQLEnumJdbcType}). The type cannot be dropped while they exist, and they belong to no
 * schema.
 */
final class EnumCasts {

  private EnumCasts() {}

  /** The casts of Hibernate ({@code PostgreSQLDialect.getCreateEnumTypeCommand}). */
  static List<String> create(QualifiedName type) {
    return List.of(
        "create cast (varchar as " + quote(type) + ") with inout as implicit",
        "create cast (" + quote(type) + " as varchar) with inout as implicit");
  }

  static List<String> drop(QualifiedName type) {
    return List.of(
        "drop cast if exists (varchar as " + quote(type) + ")",
        "drop cast if exists (" + quote(type) + " as varchar)");
  }

  /** Gives one type the casts of another, and drops those of the other. */
  static String move(QualifiedName from, QualifiedName to) {
    return "do "
        + literal(
            """
            declare found record;
            begin
              for found in
                select pg_catalog.format_type(castsource, null) as source, pg_catalog.format_type(casttarget, null) as target,
                    castsource = old.oid as is_source,
                    case castcontext when 'i' then 'as implicit' when 'a' then 'as assignment' else '' end as context
                  from pg_catalog.pg_cast, (select %s::regtype::oid as oid) as old
                  where castmethod = 'i' and old.oid in (castsource, casttarget)
              loop
                execute pg_catalog.format('drop cast (%%s as %%s)', found.source, found.target);
                execute pg_catalog.format('create cast (%%s as %%s) with inout %%s',
                    case when found.is_source then %s else found.source end,
                    case when found.is_source then found.target else %s end, found.context);
              end loop;
            end"""
                .formatted(literal(quote(from)), literal(quote(to)), literal(quote(to))));
  }
}
