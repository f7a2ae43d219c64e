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
