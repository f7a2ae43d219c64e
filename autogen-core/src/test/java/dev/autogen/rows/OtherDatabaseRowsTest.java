package dev.autogen.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Reach;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.schema.QualifiedName;
import dev.autogen.testing.OtherDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows that proofs put into tables of H2, SQLite, MariaDB and MySQL. */
class OtherDatabaseRowsTest {

  private static final String TYPES_OF_H2 =
      """
      create domain positive as integer check (value > 0);
      create domain mood as varchar(10) check (value in ('sad', 'glad'));
      create table types (id bigint generated always as identity primary key,
        b boolean not null, t tinyint not null, s smallint not null, i integer not null,
        n numeric(10, 2) not null, n0 numeric(5) not null, d decfloat not null, r real not null,
        f double precision not null, c char(3) not null, v varchar(20) not null,
        v0 varchar not null, vi varchar_ignorecase(9) not null, cl clob not null,
        bl blob not null, bi binary(16) not null, vb varbinary(7) not null, da date not null,
        ti time not null, tz time with time zone not null, ts timestamp(3) not null,
        tt timestamp(6) with time zone not null, u uuid not null, j json not null,
        e enum('A', 'b c', 'it''s') not null, iv interval day to second not null,
        iy interval year not null, a integer array not null, av varchar(9) array[4] not null,
        p positive not null, m mood not null, g integer generated always as (i + 0));
      """;

  private static final String TYPES_OF_SQLITE =
      """
      create table types (id integer primary key autoincrement, b boolean not null,
        t tinyint not null, s smallint not null, i integer not null, l bigint not null,
        n numeric(10, 2) not null, n0 numeric not null, r float not null, d double not null,
        c char(3) not null, v varchar(20) not null, te text not null, cl clob not null,
        bl blob not null, da date not null, ti time not null, ts timestamp not null,
        u uuid not null, j json not null, e varchar(9) not null check (e in ('A', 'B')),
        none not null, g integer generated always as (i + 1) stored);
      create table exact (id integer primary key, n int not null, r real not null,
        t text not null, b blob not null, a any not null) strict;
      create table tight (k text primary key, v int) without rowid;
      """;

  private static final String TYPES_OF_MYSQL =
      """
      create table types (id bigint unsigned auto_increment primary key, b bit not null,
        b8 bit(8) not null, bo boolean not null, t tinyint not null, s smallint not null,
        m mediumint not null, i int unsigned not null, l bigint not null,
        z int(5) zerofill not null, n decimal(10, 2) not null, nu decimal(5, 1) unsigned not null,
        f float not null, d double not null, c char(3) not null, v varchar(20) not null,
        tt tinytext not null, te text not null, lt longtext not null, bi binary(16) not null,
        vb varbinary(7) not null, bl blob not null, da date not null, ti time(3) not null,
        dt datetime(6) not null, ts timestamp(6) not null default current_timestamp(6),
        y year not null, e enum('A', 'b c', 'it''s') not null, se set('x', 'y') not null,
        j json not null, po point not null, g int generated always as (s + 1) stored,
        gv varchar(30) generated always as (concat(v, '!')) virtual) character set utf8mb4;
      create table narrow (id int primary key, v varchar(20) not null) character set latin1;
      """;

  private static String types(OtherDatabase kind) {
    return switch (kind) {
      case H2 -> TYPES_OF_H2;
      case SQLITE -> TYPES_OF_SQLITE;
      case MARIADB ->
          TYPES_OF_MYSQL + "alter table types add u uuid not null, add i6 inet6 not null;";
      case MYSQL -> TYPES_OF_MYSQL;
    };
  }

  private static RowReport fill(OtherDatabase.Empty database) throws Exception {
    try (Connection connection = database.connections().open()) {
      RowRules rules = database.dialect().rowRules().orElseThrow();
      return RowTrial.begin(connection, rules, Set.of("autogen_version"), Reach.ALL).report();
    }
  }

  private static long count(OtherDatabase.Empty database, String from) throws Exception {
    try (Connection connection = database.connections().open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.OtherDatabase#present")
  void every_type_gets_rows(OtherDatabase kind) throws Exception {
    OtherDatabase.Empty database = kind.create();
    database.execute(types(kind));

    RowReport report = fill(database);

    assertThat(report.withoutRows()).isEmpty();
    assertThat(count(database, "types")).isEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.OtherDatabase#present")
  void rows_satisfy_keys_and_checks(OtherDatabase kind) throws Exception {
    OtherDatabase.Empty database = kind.create();
    database.execute(
        """
        create table countries (code char(2) primary key check (length(code) = 2),
          name varchar(40) not null unique);
        create table towns (country char(2) not null, nr int not null, name varchar(20) not null,
          zip varchar(9) check (zip like 'D-%'), primary key (country, nr),
          foreign key (country) references countries (code));
        create table people (id int primary key, boss int, country char(2) not null,
          town int, born date not null check (born > '1900-01-01'),
          low int not null, high int not null, share numeric(5, 2) check (share between 0 and 1),
          kind varchar(8) not null check (kind in ('ADULT', 'CHILD')),
          foreign key (boss) references people (id),
          foreign key (country, town) references towns (country, nr),
          unique (kind, low), constraint range_of_people check (low < high));
        create table tags (person int not null, tag varchar(10) not null,
          primary key (person, tag), foreign key (person) references people (id));
        """);

    RowReport report = fill(database);

    assertThat(report.withoutRows()).isEmpty();
    assertThat(count(database, "people")).isEqualTo(8);
    assertThat(count(database, "people where low < high and kind in ('ADULT', 'CHILD')"))
        .isEqualTo(8);
    assertThat(count(database, "people where boss is not null")).isGreaterThan(3);
    assertThat(count(database, "people where share between 0 and 1")).isGreaterThan(3);
    assertThat(
            count(
                database,
                "people p where p.town is not null and not exists (select 1 from towns t"
                    + " where t.country = p.country and t.nr = p.town)"))
        .isZero();
    assertThat(count(database, "tags t join people p on p.id = t.person")).isEqualTo(8);
    assertThat(count(database, "towns where zip like 'D-%'")).isGreaterThan(3);
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.OtherDatabase#present")
  void circles_of_keys_that_cannot_be_null_are_closed(OtherDatabase kind) throws Exception {
    OtherDatabase.Empty database = kind.create();
    String sqlite = kind == OtherDatabase.SQLITE ? ", foreign key (hen) references hens (id)" : "";
    database.execute(
        """
        create table eggs (id int not null primary key, hen int not null %s);
        create table hens (id int not null primary key, egg int not null, foreign key (egg) references eggs (id));
        create table selves (id int not null primary key, self int not null, foreign key (self) references selves (id));
        """
            .formatted(sqlite));
    if (kind != OtherDatabase.SQLITE) {
      database.execute(
          "alter table eggs add constraint of_hen foreign key (hen) references hens (id)");
    }

    RowReport report = fill(database);

    assertThat(report.withoutRows()).isEmpty();
    assertThat(count(database, "eggs e join hens h on h.id = e.hen")).isEqualTo(8);
    assertThat(count(database, "hens h join eggs e on e.id = h.egg")).isEqualTo(8);
    assertThat(count(database, "selves s join selves t on t.id = s.self")).isEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.OtherDatabase#present")
  void a_check_that_no_value_satisfies_leaves_its_table_empty(OtherDatabase kind) throws Exception {
    OtherDatabase.Empty database = kind.create();
    database.execute(
        """
        create table codes (id int primary key, code varchar(40) not null,
          constraint odd_codes check (length(code) = 13 and code = 'q'));
        create table plain (id int primary key)
        """);

    RowReport report = fill(database);

    assertThat(report.withoutRows())
        .singleElement()
        .asString()
        .startsWith(
            "codes could not be given rows: none of the values tried satisfies check odd_codes");
    assertThat(count(database, "plain")).isEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("dev.autogen.testing.OtherDatabase#present")
  void tables_reach_what_they_refer_to(OtherDatabase kind) throws Exception {
    OtherDatabase.Empty database = kind.create();
    database.execute(
        """
        create table towns (id int primary key);
        create table users (id int primary key, town int, foreign key (town) references towns (id));
        create table orders (id int primary key, buyer int, foreign key (buyer) references users (id));
        create table unrelated (id int primary key)
        """);
    RowRules rules = database.dialect().rowRules().orElseThrow();

    List<Table> tables;
    try (Connection connection = database.connections().open()) {
      tables = rules.tables(connection, Set.of(), Reach.of(Set.of(QualifiedName.of("users"))));
    }

    assertThat(tables)
        .extracting(table -> table.name().toString())
        .containsExactly("towns", "users");
  }
}
