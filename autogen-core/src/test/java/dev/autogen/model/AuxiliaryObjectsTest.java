package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What authors put into auxiliary database objects ({@code <database-object>} in orm.xml). */
class AuxiliaryObjectsTest {

  private final List<String> notes = new ArrayList<>();

  @Test
  void areComparedWhereASchemaHoldsTheirKind() {
    Schema schema =
        read(
            """
            create index ix on a using gin (name gin_trgm_ops); -- two statements in one
            comment on table a is 'it''s';
            comment on column public.a.name is 'the name'""",
            "create sequence s start 5",
            "create type mood as enum ('a')",
            "create cast (varchar as mood) with inout as implicit");

    Table table = schema.tables().get(0);
    assertThat(table.indexes()).extracting(Index::method).containsExactly("gin");
    assertThat(table.comment()).isEqualTo("it's");
    assertThat(table.column("name").orElseThrow().comment()).isEqualTo("the name");
    assertThat(schema.sequences()).hasSize(1);
    assertThat(schema.enumTypes())
        .containsExactly(new EnumType(QualifiedName.of("mood"), List.of("a"), true));
    assertThat(notes).isEmpty();
  }

  /** {@code ATOMIC} begins the body of a function, and is a name everywhere else. */
  @Test
  void mayHaveColumnsCalledAtomic() {
    Schema schema =
        read(
            "create table b (begin bigint, atomic boolean); create table c (id bigint)",
            "create index ix on a (name) where atomic; create index iy on a (name)");

    assertThat(schema.tables())
        .extracting(table -> table.name().name())
        .containsExactly("a", "b", "c");
    assertThat(schema.tables().get(0).indexes()).hasSize(2);
    assertThat(notes).isEmpty();
  }

  @Test
  void areNamedWhereNothingHoldsThem() {
    Schema schema =
        read(
            "create view v as select 1; create extension citext",
            "create function f() returns integer language sql begin atomic select 1; select 2; end",
            "create function g() returns trigger language plpgsql as $$ begin return new; end $$;"
                + " create trigger t before insert on a for each row execute function g()",
            "insert into a values (1, 'a')",
            "create index (((");

    assertThat(schema.tables()).extracting(table -> table.name().name()).containsExactly("a");
    assertThat(notes)
        .extracting(note -> note.replaceAll(".*object '([^']{0,17}).*", "$1"))
        .containsExactly(
            "create view v as ",
            "create extension ",
            "create function f",
            "create function g",
            "create trigger t ",
            "insert into a val",
            "create index (((");
    assertThat(notes.get(0)).endsWith("create it in a migration with op.execute.");
  }

  @Test
  void addNoTableThatNoEntityIsMappedOn() {
    Schema schema =
        read(
            "create index ix on elsewhere.other (name)",
            "alter table b add constraint c check (x > 0)");

    assertThat(schema.tables()).extracting(table -> table.name().name()).containsExactly("a");
    assertThat(schema.namespaces()).isEmpty();
    assertThat(notes).hasSize(2).allMatch(note -> note.contains("no entity is mapped on"));
  }

  @Test
  void areNamedLikeOptionsThatNothingHolds() {
    Schema schema =
        read(
            "create table b (id bigint storage plain not null, name text compression pglz) with"
                + " (fillfactor = 70)");

    assertThat(schema.tables().get(1).columns()).hasSize(2);
    assertThat(notes)
        .containsExactly(
            "Not compared: 'storage plain' of the column 'id' of the table 'b'; set it in a"
                + " migration with op.execute.",
            "Not compared: 'compression pglz' of the column 'name' of the table 'b'; set it in a"
                + " migration with op.execute.",
            "Not compared: 'with (fillfactor = 70)' of the table 'b'; set it in a migration with"
                + " op.execute.");
  }

  private Schema read(String... auxiliary) {
    Map<String, Object> export =
        Map.of(
            "auxiliary", List.of(auxiliary),
            "statements", List.of("create table a (id bigint not null, name text)"),
            "comments", List.of(),
            "generatorColumns", List.of(),
            "numberedTables", List.of(),
            "rows", List.of(),
            "attributes", Map.of());
    return ModelReader.schema(export, PostgreSql.target(18, 0), notes);
  }
}
