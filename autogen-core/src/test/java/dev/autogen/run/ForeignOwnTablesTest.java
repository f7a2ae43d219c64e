package dev.autogen.run;

import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.schema.AutogenException;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing runs that others hang on autogen's own tables, or put in their place. */
@Tag("attack")
class ForeignOwnTablesTest {

  private static final String TABLE =
      "create table autogen_version (version varchar(255) not null primary key);";

  private static final String EVIL =
      "create function evil() returns int language plpgsql as"
          + " 'begin perform nextval(''public.loot''); return 1; end';"
          + " create function strike() returns trigger language plpgsql as"
          + " 'begin perform public.evil(); return new; end';"
          + " create function evil(text) returns boolean immutable language plpgsql as"
          + " 'begin return public.evil() = 1; end';";

  private TestDatabase database;
  private String role;

  static Stream<Arguments> traps() {
    return Stream.of(PostgreSqlVersion.values())
        .flatMap(
            version ->
                Stream.of(
                        "create view autogen_version as select evil()::text as version",
                        TABLE
                            + "create trigger t before insert on autogen_version for each row"
                            + " execute function strike()",
                        TABLE
                            + "create rule r as on insert to autogen_version do also select evil()",
                        TABLE + "alter table autogen_version add check (evil(version))",
                        TABLE + "alter table autogen_version add other int default evil()",
                        TABLE + "create index i on autogen_version (evil(version))",
                        "create domain d as varchar(255) check (evil(value));"
                            + "create table autogen_version (version d primary key)",
                        "create view autogen_journal as select evil() as id")
                    .map(trap -> Arguments.of(version, trap)));
  }

  @AfterEach
  void drop() {
    database.execute("drop owned by " + role, "drop role " + role);
    database.close();
  }

  private MigrationRunner runner() {
    return new MigrationRunner(
        database::connect,
        new PostgreSqlDialect(),
        new InMemoryMigrations()
            .then(
                "a1", op -> op.createTable("t", column("id", integer())), op -> op.dropTable("t")),
        RunSettings.DEFAULT);
  }

  private void trap(PostgreSqlVersion version, String trap) {
    database = TestDatabase.create(version);
    role = "attacker_" + database.name();
    database.execute(
        "create role " + role,
        "grant usage, create on schema public to " + role,
        "create sequence public.loot",
        "grant all on sequence public.loot to public",
        "set role " + role + "; " + EVIL + trap);
  }

  @ParameterizedTest
  @MethodSource("traps")
  void whatOthersPutThereDoesNotRun(PostgreSqlVersion version, String trap) {
    trap(version, trap);
    MigrationRunner runner = runner();

    Stream.<Runnable>of(
            runner::current,
            runner::status,
            () -> runner.upgrade("head"),
            () -> runner.stamp(List.of("a1"), false))
        .forEach(
            command ->
                assertThatThrownBy(command::run)
                    .isInstanceOf(AutogenException.class)
                    .hasMessageContaining("public.autogen_")
                    .hasMessageContaining("drop it"));
    assertThat(database.query("select is_called from loot")).isEqualTo(List.of(List.of("f")));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aTableOfAnotherRoleIsUsed(PostgreSqlVersion version) {
    trap(version, TABLE);
    runner().upgrade("head");
    assertThat(runner().current()).containsExactly("a1");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void aTriggerOfOnesOwnStays(PostgreSqlVersion version) {
    trap(version, "select 1");
    runner().upgrade("head");
    database.execute(
        "create function note() returns trigger language plpgsql as 'begin return new; end'",
        "create trigger t before insert on autogen_version for each row execute function note()");
    runner().downgrade("base");
    runner().upgrade("head");
    assertThat(runner().current()).containsExactly("a1");
  }

  static Stream<PostgreSqlVersion> versions() {
    return Stream.of(PostgreSqlVersion.values());
  }
}
