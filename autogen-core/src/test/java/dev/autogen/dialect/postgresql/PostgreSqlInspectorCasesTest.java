package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each aspect of a table as the inspector reads it, on both versions. */
class PostgreSqlInspectorCasesTest {

  private static final List<String> BEFORE =
      List.of(
          "create schema ext",
          "create extension citext",
          "create extension hstore schema ext",
          "create extension pg_trgm",
          "create type mood as enum ('sad', 'ok')",
          "create schema other",
          "create type other.\"Odd.Mood\" as enum ('a')",
          "create domain email as varchar(100) check (value like '%@%')",
          "create table target (id int primary key, a int, b int, unique (a, b))");

  /**
   * A table and what is read of it.
   *
   * @param ddl statements, {@code %t} for the table's name
   */
  private record Case(String ddl, Object expected) {}

  private static Case column(String definition, Column expected) {
    return new Case("create table %t (x int, n numeric, s text, c " + definition + ")", expected);
  }

  private static Case type(String type, SqlType expected) {
    return column(type, Column.of("c", expected));
  }

  private static Case constraint(String definition, Constraint expected) {
    return new Case(
        "create table %t (x int, n numeric, s text, u int," + definition + ")", expected);
  }

  private static Case index(String definition, Index expected) {
    return new Case(
        "create table %t (x int, n numeric, s text, u int, l varchar(9) collate \"C\", r int4range);"
            + " create "
            + definition.replace(" on ", " %t_i on %t "),
        expected);
  }

  private static final Column PLAIN = Column.of("c", SqlType.parse("integer"));

  private static Stream<Case> cases() {
    return Stream.of(
        type("varchar(255)", SqlType.parse("character varying(255)")),
        type("varchar", SqlType.parse("character varying")),
        type("char(3)", SqlType.parse("character(3)")),
        type("text", SqlType.of("text")),
        type("numeric", SqlType.of("numeric")),
        type("numeric(10)", SqlType.of("numeric", 10, 0)),
        type("numeric(10,5)", SqlType.of("numeric", 10, 5)),
        type("timestamp(3) with time zone", SqlType.parse("timestamp(3) with time zone")),
        type("timestamptz", SqlType.parse("timestamp with time zone")),
        type("time", SqlType.parse("time without time zone")),
        type("interval day to second(3)", SqlType.parse("interval day to second(3)")),
        type("bit varying(5)", SqlType.parse("bit varying(5)")),
        type("double precision", SqlType.of("double precision")),
        type("oid", SqlType.of("oid")),
        type("jsonb", SqlType.of("jsonb")),
        type("inet", SqlType.of("inet")),
        type("int[]", SqlType.of("integer").array()),
        type("int[3][3]", SqlType.of("integer").array()),
        type("varchar(9)[]", SqlType.parse("character varying(9)[]")),
        type("mood", SqlType.of("mood")),
        type("mood[]", SqlType.of("mood").array()),
        type("other.\"Odd.Mood\"[]", SqlType.named(QualifiedName.of("other", "Odd.Mood")).array()),
        type("citext", SqlType.of("citext")),
        type("ext.hstore", SqlType.named(QualifiedName.of("ext", "hstore"))),
        type("email", SqlType.of("email")),
        column("int not null", PLAIN.withNullable(false)),
        column("int default 5", PLAIN.withServerDefault("5")),
        column("int default -5", PLAIN.withServerDefault("'-5'::integer")),
        column(
            "text default 'it''s'",
            Column.of("c", SqlType.of("text")).withServerDefault("'it''s'::text")),
        column(
            "timestamp default (now() + interval '1 day')",
            Column.of("c", SqlType.parse("timestamp without time zone"))
                .withServerDefault("(now() + '1 day'::interval)")),
        column(
            "mood default 'ok'",
            Column.of("c", SqlType.of("mood")).withServerDefault("'ok'::mood")),
        column(
            "int generated by default as identity",
            PLAIN.withNullable(false).withIdentity(Identity.byDefault())),
        column(
            "int generated always as identity (start 1 increment 1 cache 5)",
            PLAIN.withNullable(false).withIdentity(Identity.generatedAlways().withCache(5L))),
        column(
            "int generated by default as identity (start with 100 increment by 5)",
            PLAIN.withNullable(false).withIdentity(Identity.byDefault().from(100L, 5L))),
        column(
            "int generated by default as identity (increment by 50)",
            PLAIN.withNullable(false).withIdentity(Identity.byDefault().from(null, 50L))),
        column(
            "smallint generated always as identity (start with 5 minvalue 2 maxvalue 9 cache 3 cycle)",
            PLAIN
                .withType(SqlType.of("smallint"))
                .withNullable(false)
                .withIdentity(
                    new Identity(
                        Identity.Kind.ALWAYS, 5L, null, 3L, new NumberRange(null, 2L, 9L, true)))),
        column(
            "int generated always as identity (start with 1 increment by 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle)",
            PLAIN.withNullable(false).withIdentity(Identity.generatedAlways())),
        column(
            "int generated always as (x * 2) stored",
            PLAIN.withGenerated(new Generated("x * 2", true))),
        column(
            "text generated always as (upper(s) || ')') stored",
            Column.of("c", SqlType.of("text"))
                .withGenerated(new Generated("upper(s) || ')'::text", true))),
        column(
            "varchar(9) collate \"C\"",
            Column.of("c", SqlType.parse("character varying(9)")).withCollation("C")),
        column("text collate \"default\"", Column.of("c", SqlType.of("text"))),
        new Case(
            "create table %t (c int); comment on column %t.c is 'a \"b\" ''c'''",
            PLAIN.withComment("a \"b\" 'c'")),
        new Case(
            "create table %t (gone int, c int, x int); alter table %t drop gone; alter table %t"
                + " add constraint %t_x unique (x)",
            UniqueConstraint.of("%t_x", List.of("x"))),
        new Case("create table %t (\"C c\"\"q\" int)", Column.of("C c\"q", SqlType.of("integer"))),
        constraint("primary key (u, x)", PrimaryKey.of("%t_pkey", List.of("u", "x"))),
        constraint("constraint \"K %t\" primary key (x)", PrimaryKey.of("K %t", List.of("x"))),
        constraint("unique (u, x)", UniqueConstraint.of("%t_u_x_key", List.of("u", "x"))),
        constraint(
            "unique (x) include (s) deferrable initially deferred",
            UniqueConstraint.of("%t_x_s_key", List.of("x"))
                .withInclude(List.of("s"))
                .withDeferral(Deferral.INITIALLY_DEFERRED)),
        constraint(
            "unique (x) deferrable",
            UniqueConstraint.of("%t_x_key", List.of("x"))
                .withDeferral(Deferral.INITIALLY_IMMEDIATE)),
        constraint(
            "foreign key (x) references target",
            ForeignKey.of("%t_x_fkey", List.of("x"), QualifiedName.of("target"), List.of("id"))),
        constraint(
            "foreign key (u, x) references target (a, b) on delete set null on update cascade"
                + " deferrable initially deferred",
            ForeignKey.of(
                    "%t_u_x_fkey", List.of("u", "x"), QualifiedName.of("target"), List.of("a", "b"))
                .withOnDelete(Action.SET_NULL, List.of())
                .withOnUpdate(Action.CASCADE)
                .withDeferral(Deferral.INITIALLY_DEFERRED)),
        new Case(
            "create table %t (u int, x int); alter table %t add foreign key (u, x) references target"
                + " (a, b) match full not valid",
            ForeignKey.of(
                    "%t_u_x_fkey", List.of("u", "x"), QualifiedName.of("target"), List.of("a", "b"))
                .withMatchFull(true)
                .withEnforcement(Enforcement.NOT_VALID)),
        constraint(
            "primary key (u, x) include (s, n) deferrable initially deferred",
            PrimaryKey.of("%t_pkey", List.of("u", "x"))
                .withInclude(List.of("s", "n"))
                .withDeferral(Deferral.INITIALLY_DEFERRED)),
        constraint(
            "foreign key (x) references target on delete restrict on update set default",
            ForeignKey.of("%t_x_fkey", List.of("x"), QualifiedName.of("target"), List.of("id"))
                .withOnDelete(Action.RESTRICT, List.of())
                .withOnUpdate(Action.SET_DEFAULT)),
        constraint("check (x > 0)", CheckConstraint.of("%t_x_check", "x", "x > 0")),
        constraint(
            "constraint %t_c check (x > 0 and s <> '(')",
            CheckConstraint.of("%t_c", null, "(x > 0) AND (s <> '('::text)")),
        constraint("check (true)", CheckConstraint.of("%t_check", null, "true")),
        new Case(
            "create table %t (x int); alter table %t add constraint %t_c check (x > 0) no inherit"
                + " not valid",
            CheckConstraint.of("%t_c", "x", "x > 0")
                .withNoInherit(true)
                .withEnforcement(Enforcement.NOT_VALID)),
        index("index on (x)", Index.of("%t_i", false, List.of("x"))),
        index("unique index on (u, x)", Index.of("%t_i", true, List.of("u", "x"))),
        index(
            "index on (x desc, u asc nulls first, n desc nulls last, s nulls last)",
            keys(
                new Element("x", false, true, null, null, null),
                new Element("u", false, false, Nulls.FIRST, null, null),
                new Element("n", false, true, Nulls.LAST, null, null),
                Element.column("s"))),
        index(
            "index on (lower(s), (x + 1) desc)",
            keys(
                Element.expression("lower(s)"),
                new Element("x + 1", true, true, null, null, null))),
        index(
            "index on (s text_pattern_ops, l)",
            keys(
                new Element("s", false, false, null, "text_pattern_ops", null),
                Element.column("l"))),
        index(
            "index on (s collate \"C\", l collate \"POSIX\", lower(s) collate \"C\")",
            keys(
                new Element("s", false, false, null, null, "C"),
                new Element("l", false, false, null, null, "POSIX"),
                new Element("lower(s)", true, false, null, null, "C"))),
        index(
            "index on using hash (x)",
            new Index("%t_i", List.of(Element.column("x")), false, "hash", List.of(), null, false)),
        index(
            "index on using gin (s gin_trgm_ops)",
            new Index(
                "%t_i",
                List.of(new Element("s", false, false, null, "gin_trgm_ops", null)),
                false,
                "gin",
                List.of(),
                null,
                false)),
        index(
            "index on using gist (s gist_trgm_ops (siglen = 32), r)",
            new Index(
                "%t_i",
                List.of(
                    new Element("s", false, false, null, "gist_trgm_ops (siglen=32)", null),
                    Element.column("r")),
                false,
                "gist",
                List.of(),
                null,
                false)),
        index(
            "unique index on (x) include (s, n) where (x > 0)",
            new Index(
                "%t_i",
                List.of(Element.column("x")), true, null, List.of("s", "n"), "x > 0", false)));
  }

  private static Stream<Case> casesOf15() {
    return Stream.of(
        constraint(
            "unique nulls not distinct (x)",
            UniqueConstraint.of("%t_x_key", List.of("x")).withNullsNotDistinct(true)),
        constraint(
            "foreign key (u, x) references target (a, b) on delete set null (x)",
            ForeignKey.of(
                    "%t_u_x_fkey", List.of("u", "x"), QualifiedName.of("target"), List.of("a", "b"))
                .withOnDelete(Action.SET_NULL, List.of("x"))),
        new Case(
            "create table %t (x int); create unique index %t_i on %t (x) nulls not distinct",
            new Index("%t_i", List.of(Element.column("x")), true, null, List.of(), null, true)));
  }

  private static Stream<Case> casesOf18() {
    return Stream.of(
        column(
            "int generated always as (x * 2) virtual",
            PLAIN.withGenerated(new Generated("x * 2", false))),
        constraint("constraint nn not null x", PrimaryKey.of("none", List.of())),
        constraint(
            "check (x > 0) not enforced",
            CheckConstraint.of("%t_x_check", "x", "x > 0")
                .withEnforcement(Enforcement.NOT_ENFORCED)),
        constraint(
            "foreign key (x) references target not enforced",
            ForeignKey.of("%t_x_fkey", List.of("x"), QualifiedName.of("target"), List.of("id"))
                .withEnforcement(Enforcement.NOT_ENFORCED)),
        new Case(
            "create table %t (n int4range, r int4range, unique (n, r without overlaps))",
            UniqueConstraint.of("%t_n_r_key", List.of("n", "r")).withoutOverlaps(true)),
        new Case(
            "create table %t (n int4range, r int4range, primary key (n, r without overlaps))",
            PrimaryKey.of("%t_pkey", List.of("n", "r")).withoutOverlaps(true)),
        new Case(
            "create table booked (n int4range, r int4range, primary key (n, r without overlaps));"
                + " create table %t (n int4range, r int4range, foreign key (n, period r) references"
                + " booked (n, period r))",
            ForeignKey.of(
                    "%t_n_r_fkey", List.of("n", "r"), QualifiedName.of("booked"), List.of("n", "r"))
                .withPeriod(true)));
  }

  @TestFactory
  Stream<DynamicTest> readsEachAspect() {
    return Stream.of(PostgreSqlVersion.values()).flatMap(PostgreSqlInspectorCasesTest::tests);
  }

  private static Stream<DynamicTest> tests(PostgreSqlVersion version) {
    List<Case> cases =
        Stream.of(
                cases(),
                version.isAtLeast(15) ? casesOf15() : Stream.<Case>empty(),
                version.isAtLeast(18) ? casesOf18() : Stream.<Case>empty())
            .flatMap(some -> some)
            .toList();
    Schema schema = inspect(version, cases);
    return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
        .map(
            i ->
                DynamicTest.dynamicTest(
                    version + ": " + cases.get(i).ddl(),
                    () ->
                        verify(
                            schema.table(QualifiedName.of("t" + i)).orElseThrow(), cases.get(i))));
  }

  private static Schema inspect(PostgreSqlVersion version, List<Case> cases) {
    try (TestDatabase database = TestDatabase.create(version)) {
      database.execute(BEFORE.toArray(String[]::new));
      for (int i = 0; i < cases.size(); i++) {
        database.execute(cases.get(i).ddl().replace("%t", "t" + i));
      }
      try (Connection connection = database.connect()) {
        return new PostgreSqlInspector()
            .inspect(connection, InspectionScope.defaultSchema())
            .schema();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void verify(Table table, Case aspect) {
    String name = table.name().name();
    if (aspect.expected() instanceof Column column) {
      assertThat(table.column(column.name())).contains(column);
      assertThat(table.constraints()).isEmpty();
    } else if (aspect.expected() instanceof Constraint constraint) {
      boolean none = "none".equals(constraint.name());
      assertThat(table.constraints())
          .isEqualTo(
              none ? List.of() : List.of(constraint.withName(named(constraint.name(), name))));
      assertThat(table.indexes()).isEmpty();
    } else if (aspect.expected() instanceof Index index) {
      assertThat(table.indexes()).containsExactly(index.withName(named(index.name(), name)));
    }
  }

  private static @Nullable String named(@Nullable String pattern, String table) {
    return pattern == null ? null : pattern.replace("%t", table);
  }

  private static Index keys(Element... elements) {
    return new Index("%t_i", List.of(elements), false, null, List.of(), null, false);
  }
}
