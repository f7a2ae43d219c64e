-- What else may hang on what changes.
-- case: view over a partition of a table whose column changes
-- before
create table events (id bigint not null, at date not null, body varchar(20)) partition by range (at);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
create view first_ones as select id, body from events_1;
create index events_1_body on events_1 (body);
-- after
create table events (id bigint not null, at date not null, body text);
-- apart
relation v
-- case: column of a partition key that changes its type
-- before
create table events (id bigint not null, at date not null, body varchar(20)) partition by range (at);
-- after
create table events (id bigint not null, at timestamp not null, body varchar(20));
-- warned
is laid into partitions by
-- case: column of a partition key that is dropped
-- before
create table events (id bigint not null, at date not null, body varchar(20)) partition by range (at);
-- after
create table events (id bigint not null, body varchar(20));
-- warned
is laid into partitions by
-- case: table whose rows are a column of another one
-- before
create table users (id bigint primary key, email varchar(20));
create table log (id bigint primary key, was users);
-- after
create table users (id bigint primary key, email text);
create table log (id bigint primary key, was users);
-- warned
The column log.was uses users.email
-- case: domain over an enum that is made anew
-- before
create type status as enum ('A', 'B');
create domain strict_status as status not null;
create table tasks (id bigint primary key, s status);
-- after
create type status as enum ('B', 'A');
create table tasks (id bigint primary key, s status);
-- warned
The domain strict_status uses status
-- case: published with a condition
-- since
15
-- before
create table users (id bigint primary key, email varchar(20), age integer);
create publication news for table users (id, email, age) where (age > 17);
-- after
create table users (id bigint primary key, email text, age bigint);
-- apart
published
-- case: dropped table that is published
-- before
create table keep (id bigint primary key);
create table users (id bigint primary key, email varchar(20));
create publication news for table users, keep;
-- after
create table keep (id bigint primary key);
-- case: view with the rights of who asks
-- since
15
-- before
create table users (id bigint primary key, email varchar(20));
create view v with (security_invoker = true, check_option = local) as select id, email from users where id > 1;
-- after
create table users (id bigint primary key, email text);
-- apart
relation v
-- case: published recursive view and common table expressions
-- before
create table nodes (id integer primary key, parent integer, name varchar(20));
create recursive view tree (id, path) as
  select id, name::text from nodes where parent is null
  union all select n.id, t.path || n.name from nodes n join tree t on n.parent = t.id;
create view cte as with a as (select id, name from nodes), b as materialized (select * from a) select b.* from b;
-- after
create table nodes (id bigint primary key, parent bigint, name text);
-- apart
relation v
-- case: view over whole rows
-- before
create table users (id bigint primary key, email varchar(20));
create view w as select u, row_to_json(u) as j from users u;
create view c as select count(*) as n from users;
-- after
create table users (id bigint primary key, email text);
-- apart
relation v
-- case: view with windows, lateral, sets and subselects
-- before
create table users (id integer primary key, email varchar(20), at timestamp);
create view v as select id, rank() over (partition by email order by at) as r from users
  union all select x.id, 0 from users u, lateral (select id from users i where i.email = u.email) x
  where exists (select from users e where e.at < now()) order by 2;
create view u as select * from users tablesample system (10);
-- after
create table users (id bigint primary key, email text, at timestamptz);
-- apart
relation v
-- case: default and nullability leave views alone
-- before
create table users (id bigint primary key, email varchar(20), age integer);
create view v as select id, email, age from users;
create function f() returns bigint begin atomic select max(age) from users; end;
-- rows
insert into users values (1, 'a', 1);
-- after
create table users (id bigint primary key, email varchar(20) default 'x', age integer not null);
-- apart
relation v
FUNCTION
-- case: collation with a view and indexes
-- before
create table users (id bigint primary key, email varchar(20));
create index users_email on users (email) where email > 'a';
create index users_lower on users (lower(email));
create view v as select email from users order by email;
comment on index users_lower is 'low';
-- after
create table users (id bigint primary key, email varchar(20) collate "C");
create index users_email on users (email) where email > 'a';
create index users_lower on users (lower(email));
-- apart
relation v
-- case: identity and serial columns that grow under views
-- before
create table a (id integer generated always as identity primary key, n integer);
create table b (id serial primary key, n integer);
create view v as select a.id, b.id as other from a join b on a.id = b.id;
grant usage on sequence b_id_seq to reporting;
comment on sequence b_id_seq is 'of b';
-- rows
insert into a (n) values (1); insert into b (n) values (1);
-- after
create table a (id bigint generated always as identity primary key, n integer);
create table b (id bigserial primary key, n integer);
-- apart
relation v
relation S
-- case: array whose element changes
-- before
create table users (id bigint primary key, tags varchar(10)[]);
create index users_tags on users using gin (tags);
create view v as select id, unnest(tags) as tag from users;
-- rows
insert into users values (1, '{a,b}');
-- after
create table users (id bigint primary key, tags text[]);
create index users_tags on users using gin (tags);
-- apart
relation v
-- case: array of an enum with a default and a view
-- before
create type status as enum ('A', 'B');
create table users (id bigint primary key, s status[] default '{A}', t status default 'B' check (t <> 'A'));
create view v as select id from users where s @> array['A'::status] and t = 'B';
create index users_t on users (t) where t = 'B';
-- rows
insert into users (id) values (1);
-- after
create type status as enum ('B', 'A');
create table users (id bigint primary key, s status[] default '{A}', t status default 'B' check (t <> 'A'));
create index users_t on users (t) where t = 'B';
-- apart
relation v
-- case: generated column, and a view over it, of a column that changes
-- before
create table users (id bigint primary key, first varchar(20), full_name text generated always as (upper(first)) stored);
create view v as select id, full_name from users;
create index users_full on users (full_name);
comment on column users.full_name is 'all';
grant select (full_name) on users to reporting;
-- after
create table users (id bigint primary key, first varchar(40), full_name text generated always as (upper(first)) stored);
create index users_full on users (full_name);
comment on column users.full_name is 'all';
-- apart
relation v
column users.full_name
-- case: exclusion constraint and statistics of an expression over a column that changes
-- before
create table users (id bigint primary key, email varchar(20), n integer);
alter table users add constraint apart exclude using btree (email with =);
create statistics by_expression on lower(email), n from users;
create statistics plain (mcv) on email, n from users;
comment on statistics plain is 'plain';
-- after
create table users (id bigint primary key, email text, n bigint);
-- apart
statistics CREATE STATISTICS public.plain
-- case: function in a check, a default and an index
-- before
create function fine(t text) returns boolean language sql immutable as $$ select t <> '' $$;
create table users (id bigint primary key, email varchar(20) check (fine(email)), n integer);
create index users_fine on users (fine(email));
create view v as select id, fine(email) as f from users;
-- after
create function fine(t text) returns boolean language sql immutable as $$ select t <> '' $$;
create table users (id bigint primary key, email varchar(30) check (fine(email)), n integer);
create index users_fine on users (fine(email));
-- apart
relation v
-- case: trigger of a column that is dropped
-- before
create table users (id bigint primary key, email varchar(20));
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger touched before update of email on users for each row execute function touch();
-- after
create table users (id bigint primary key);
-- warned
The trigger users.touched uses users.email
-- case: policy and function of a column that is dropped
-- before
create table users (id bigint primary key, email varchar(20));
create policy own on users using (email = 'x');
create function f() returns bigint begin atomic select count(email) from users; end;
-- after
create table users (id bigint primary key);
-- warned
The policy users.own uses users.email
The function f uses users.email
-- case: statistics and exclusions of a column that is dropped
-- before
create table users (id bigint primary key, a integer, b integer, c integer);
create statistics s on b, c from users;
alter table users add constraint apart exclude using btree (a with =, c with =);
create index both_of on users (a, c);
comment on index both_of is 'both';
-- after
create table users (id bigint primary key, a integer, b integer);
-- case: tables dropped with a view between them
-- before
create table keep (id bigint primary key);
create table a (id bigint primary key, name text);
create view v as select id from a;
-- after
create table keep (id bigint primary key);
-- warned
The view v uses a
-- case: domain becomes its base
-- before
create domain mail as varchar(20) check (value like '%@%');
create table users (id bigint primary key, email mail);
create view v as select email from users;
-- rows
insert into users values (1, 'a@b');
-- after
create table users (id bigint primary key, email varchar(20));
-- apart
relation v
-- case: foreign keys of all kinds over a column that changes
-- before
create table parents (id integer primary key, code varchar(10) unique);
create table children (id integer primary key, parent_id integer references parents on update cascade on delete set null,
  code varchar(10) references parents (code) deferrable initially deferred);
comment on constraint children_code_fkey on children is 'by code';
create view v as select c.id, p.code from children c join parents p on p.id = c.parent_id;
-- rows
insert into parents values (1, 'a'); insert into children values (1, 1, 'a');
-- after
create table parents (id bigint primary key, code varchar(30) unique);
create table children (id bigint primary key, parent_id bigint references parents on update cascade on delete set null,
  code varchar(30) references parents (code) deferrable initially deferred);
-- apart
relation v
constraint
-- case: key that is dropped and made anew has its comment, parameters and clustering
-- before
create table users (id bigint not null, other bigint not null, constraint users_pk primary key (id) with (fillfactor = 60));
comment on constraint users_pk on users is 'key';
alter table users cluster on users_pk;
-- after
create table users (id bigint not null, other bigint not null, constraint users_pk primary key (id, other));
-- case: index that changes has its comment again
-- before
create table users (id bigint primary key, a integer not null, b integer not null);
create unique index users_ab on users (a);
comment on index users_ab is 'ab';
alter table users replica identity using index users_ab;
alter table users cluster on users_ab;
-- after
create table users (id bigint primary key, a integer not null, b integer not null);
create unique index users_ab on users (a, b);
-- case: text to enum under a view
-- before
create table users (id bigint primary key, s varchar(10) default 'A');
create view v as select id, s from users;
-- rows
insert into users values (1, 'B');
-- after
create type status as enum ('A', 'B');
create table users (id bigint primary key, s status default 'A');
-- apart
relation v
-- case: enum to text and the type goes, under a view
-- before
create type status as enum ('A', 'B');
create table users (id bigint primary key, s status default 'A');
create view v as select id, s from users;
comment on type status is 'old';
-- rows
insert into users values (1, 'B');
-- after
create table users (id bigint primary key, s varchar(10) default 'A');
-- apart
relation v
-- case: function with an argument of an enum that goes
-- before
create type status as enum ('A', 'B');
create table users (id bigint primary key, s status);
create function is_a(s status) returns boolean language sql as $$ select s = 'A' $$;
-- after
create table users (id bigint primary key, s varchar(10));
-- warned
The function is_a uses status
-- case: column added to parent and child
-- before
create table parent (id bigint, name varchar(20));
create table child (more integer) inherits (parent);
-- after
create table parent (id bigint, name varchar(20), extra integer);
create table child (id bigint, name varchar(20), more integer, extra integer);
-- case: not-null, default and key changes of a partitioned table
-- before
create table events (id bigint not null, at date not null, n integer, primary key (id, at)) partition by range (at);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
create index events_n on events (n);
comment on index events_n is 'n';
-- rows
insert into events values (1, '2026-01-05', 1);
-- after
create table events (id bigint not null, at date not null, n bigint not null default 5, m integer unique, primary key (id));
create index events_n on events (n, id);
-- shows
select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'events'::regclass and contype = 'u' => UNIQUE (m, at)
-- case: column of a partitioned table dropped, with settings of its partitions
-- before
create table events (id bigint not null, at date not null, n integer, body text) partition by range (at);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
alter table events_1 alter column body set statistics 11;
alter table events alter column body set storage external;
create index events_1_n on events_1 (n);
create index events_body on events (body);
-- after
create table events (id bigint not null, at date not null, n integer);
-- case: unlogged tables linked by foreign keys, dropped
-- before
create table keep (id bigint primary key);
create unlogged table a (id bigint primary key);
create unlogged table b (id bigint primary key, a_id bigint references a);
create unlogged table c (id bigint primary key, b_id bigint references b);
alter table a add column c_id bigint references c;
-- after
create table keep (id bigint primary key);
-- case: interval, bit and time types under a view
-- before
create table users (id bigint primary key, i interval(3), b bit(4), t time(3), n numeric(10, 2), d date);
create view v as select i, b, t, n, d from users;
-- after
create table users (id bigint primary key, i interval, b bit varying(8), t time, n numeric(12, 4), d timestamp);
-- apart
relation v
-- case: inheriting table whose parent changes too
-- before
create table parent (id bigint, name varchar(20), extra integer);
create table child (more integer) inherits (parent);
create view v as select name from child;
-- after
create table parent (id bigint, name text);
create table child (id bigint, name text, more integer);
-- apart
relation v
-- case: keys of a partitioned table added
-- before
create table events (id bigint not null, day date, kind varchar(10), code text, serial bigint not null) partition by range (day);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01') partition by list (kind);
create table events_1_a partition of events_1 for values in ('a');
create table events_rest partition of events default;
-- rows
insert into events values (1, '2026-01-05', 'a', 'x', 1), (2, '2026-01-05', 'a', 'y', 2), (3, '2020-01-01', 'b', 'x', 3);
-- after
create table events (id bigint primary key, day date not null, kind varchar(10) not null, code text unique, serial bigint not null);
create unique index events_serial on events (serial desc);
-- shows
select string_agg(pg_get_constraintdef(oid), '; ' order by conname) from pg_constraint where conrelid = 'events'::regclass and contype <> 'n' => UNIQUE (code, day, kind); PRIMARY KEY (id, day, kind)
select pg_get_indexdef('events_serial'::regclass) => CREATE UNIQUE INDEX events_serial ON ONLY public.events USING btree (serial DESC, day, kind)
-- case: keys of a partitioned table that are there
-- before
create table events (id bigint not null, day date not null, kind varchar(10), code text, serial bigint, primary key (id, day, kind), constraint events_code_key unique (day, code, kind)) partition by range (day);
create unique index events_serial on events (day, serial, kind);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01') partition by list (kind);
create table events_1_a partition of events_1 for values in ('a');
-- after
create table events (id bigint primary key, day date not null, kind varchar(10) not null, code text unique, serial bigint);
create unique index events_serial on events (serial);
-- nothing
-- case: primary key of a partitioned table whose columns can be null
-- before
create table events (id bigint not null, day date) partition by range (day);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
-- rows
insert into events values (1, '2026-01-05');
-- after
create table events (id bigint primary key, day date);
-- case: index of a partitioned table that takes over those of its partitions
-- before
create table kinds (id bigint primary key);
create table events (id bigint not null, day date not null, body text, code bigint, kind bigint) partition by range (day);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
create table events_2 partition of events for values from ('2027-01-01') to ('2028-01-01');
create index events_1_body on events_1 (body) with (fillfactor = 60);
create index events_2_body on events_2 (lower(body));
create index events_2_code on events_2 (code desc);
alter table events_1 add constraint events_1_code unique (code, day);
alter table events_2 add constraint events_2_kind foreign key (kind) references kinds;
-- rows
insert into kinds values (1);
insert into events values (1, '2026-01-05', 'x', 1, 1), (2, '2027-01-05', 'y', 2, 1);
-- after
create table kinds (id bigint primary key);
create table events (id bigint not null, day date not null, body text, code bigint unique, kind bigint references kinds);
create index events_body on events (body);
create index events_lower on events (lower(body));
create index events_code on events (code);
-- case: column of a partitioned table dropped, with an index of a partition
-- before
create table events (id bigint not null, day date not null, body text, n integer) partition by range (day);
create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
create index events_1_body on events_1 (n, body);
create index events_1_lower on events_1 (lower(body));
create unique index events_1_id on events_1 (id) where n > 0;
-- after
create table events (id bigint not null, day date not null, n integer);
-- case: columns of an extension's type in another schema dropped and converted, with rows
-- before
create schema ext;
create extension citext schema ext;
create table t (id int primary key, c ext.citext not null, d ext.citext not null);
-- rows
insert into t values (1, 'a', 'B');
-- after
create schema ext;
create extension citext schema ext;
create table t (id int primary key, d varchar(20) not null);
-- case: virtual column that is stored from now on, not null
-- since
18
-- before
create table t (id int primary key, a int not null, b int generated always as (a + 1) virtual not null);
-- rows
insert into t values (1, 2);
-- after
create table t (id int primary key, a int not null, b int not null);
-- shows
select b from t => 3
select attnotnull from pg_attribute where attrelid = 't'::regclass and attname = 'b' => t
