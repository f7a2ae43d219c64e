-- Enum types that other objects than the tables of entities use.
-- case: values taken from an enum of tables that inherit it, with defaults of their own
-- before
create type status as enum ('ON', 'OFF', 'IDLE');
create table devices (id bigint primary key, s status default 'ON', constraint known check (s <> 'OFF'));
create table phones (number text, constraint phones_on check (s = 'ON')) inherits (devices);
alter table phones alter s set default 'OFF';
create table lamps (primary key (id)) inherits (devices);
alter table lamps alter s drop default;
-- rows
insert into devices values (1, 'ON'); insert into phones values (2, 'ON', '1');
-- after
create type status as enum ('ON', 'OFF');
create table devices (id bigint primary key, s status default 'ON', constraint known check (s <> 'OFF'));
create table phones (number text, constraint phones_on check (s = 'ON')) inherits (devices);
alter table phones alter s set default 'OFF';
create table lamps (primary key (id)) inherits (devices);
alter table lamps alter s drop default;
-- case: values taken from an enum of a foreign table
-- before
create type status as enum ('ON', 'OFF', 'IDLE');
create foreign data wrapper nowhere;
create server far foreign data wrapper nowhere;
create table devices (id bigint primary key, s status);
create foreign table there (id bigint, s status) server far;
-- after
create type status as enum ('ON', 'OFF');
create table devices (id bigint primary key, s status);
-- warned
The column there.s uses

-- case: composite type with a new place of its attributes, that views and functions use
-- before
create type spot_xy as (x integer, z integer);
create table spots (id bigint primary key, at spot_xy default row(1, 2)::spot_xy, unique (at));
create index spots_at on spots (((at).x));
create view xs as select id, (at).x as x from spots;
create function sum(spot_xy) returns integer language sql immutable as 'select ($1).x + ($1).z';
grant select on xs to reporting;
-- rows
insert into spots values (1, row(3, 4)), (2, default);
-- after
create type spot_xy as (x integer, y integer, z integer);
create table spots (id bigint primary key, at spot_xy default row(1, 0, 2)::spot_xy, unique (at));
create index spots_at on spots (((at).x));
-- shows
select x from xs where id = 1 => 3
select sum(at) from spots where id = 1 => 7
-- apart
relation xs
grant
function
-- case: composite type that loses an attribute which no view uses
-- before
create type spot_xy as (x integer, y integer);
create table spots (id bigint primary key, at spot_xy not null);
create view whole as select id, at from spots;
create view xs as select id, (at).x as x from spots;
-- rows
insert into spots values (1, row(3, 4));
-- after
create type spot_xy as (x integer);
create table spots (id bigint primary key, at spot_xy not null);
-- shows
select (at).x from whole => 3
-- apart
relation xs
-- case: composite type that only a function uses
-- before
create type result as (id bigint, name text);
create function found() returns setof result language sql as 'select 1::bigint, ''a''::text';
create table spots (id bigint primary key);
-- after
create table spots (id bigint primary key);
-- nothing
-- case: composite type with a long name, comments and a collation of its own
-- before
create type a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x as (a text collate "C", b integer);
comment on type a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x is 'it''s kept';
comment on column a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x.a is 'first';
create table spots (id bigint primary key, at a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x[]);
-- rows
insert into spots values (1, array[row('x', 1)]::a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x[]);
-- after
create type a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x as (b bigint, a text);
comment on type a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x is 'it''s kept';
create table spots (id bigint primary key, at a_type_whose_name_is_as_long_as_postgresql_keeps_it_at_all_x63x[]);
-- shows
select (at[1]).a from spots => x
-- case: attribute that becomes too short for its values
-- before
create type full_name as (first varchar(20), last varchar(20));
create table people (id bigint primary key, n full_name);
-- rows
insert into people values (1, row('Bartholomew', 'x'));
-- after
create type full_name as (first varchar(5), last varchar(20));
create table people (id bigint primary key, n full_name);
-- fails
value too long for type character varying(5)
-- case: attribute that becomes a number, an enum and an array of these
-- before
create type mood as enum ('A', 'B');
create type part as (n varchar(10), m varchar(5), ms text[], flag boolean);
create table people (id bigint primary key, p part);
-- rows
insert into people values (1, row('12', 'B', array['A','B'], true));
-- after
create type mood as enum ('A', 'B', 'C');
create type part as (n integer, m mood, ms mood[], flag varchar(1));
create table people (id bigint primary key, p part);
-- shows
select (p).n + 1 from people => 13
select (p).ms[2] from people => B
select (p).flag from people => Y
-- case: not null column of a composite type dropped
-- before
create type mood as enum ('A', 'B');
create type inner_part as (t text, m mood);
create type part as (n integer, p inner_part);
create table people (id bigint primary key, p part not null);
-- rows
insert into people values (1, row(1, row('x', 'B')));
-- after
create table people (id bigint primary key);
