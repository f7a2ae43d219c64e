== indexes that only the database has stay, those that the model names are added
-- keep
indexes
-- database
create table t (a int, b int, c text);
create index ix_a on t (a);
create unique index ix_b on t (b);
create index ix_lower on t (lower(c));
-- model
create table t (a int, b int, c text);
create index ix_ab on t (a, b);
-- operations
create index ix_ab (a, b) on t
-- tolerated
index t.ix_a: only in the database
index t.ix_b: only in the database
-- kept
index t.ix_lower (index over expressions or with operator classes: JPA cannot say them)
== an index that keeps its name and changes its columns is changed
-- keep
indexes
-- database
create table t (a int, b int);
create index ix_a on t (a);
-- model
create table t (a int, b int);
create index ix_a on t (a, b);
-- operations
drop index ix_a (a) of t
create index ix_a (a, b) on t
== only indexes of that name
-- keep
indexes:ix_dba_*
-- database
create table t (a int, b int);
create index ix_dba_a on t (a);
create index ix_b on t (b);
-- model
create table t (a int, b int);
-- operations
drop index ix_b (b) of t
-- tolerated
index t.ix_dba_a: only in the database
== an index goes with its column
-- keep
indexes
-- database
create table t (a int, b int);
create index ix_b on t (b);
-- model
create table t (a int);
-- operations
drop index ix_b (b) of t
drop column t.b
== tables of a scheduler, with all that they need
-- keep
tables:qrtz_*
-- database
create type qrtz_state as enum ('on', 'off');
create table groups (id int primary key);
create table qrtz_jobs (id serial primary key, state qrtz_state not null, group_id int references groups);
create table qrtz_triggers (id int primary key, job_id int references qrtz_jobs);
create index ix_qrtz on qrtz_jobs (group_id);
create table legacy (id int primary key);
create table users (id int primary key);
-- model
create table users (id int primary key, name text);
-- operations
drop table legacy (1 column)
add column users.name text
-- tolerated
table qrtz_jobs: only in the database
table qrtz_triggers: only in the database
table groups: only in the database
enum type qrtz_state: only in the database
== a kept table needs the key and the column of a table of the model
-- keep
tables
-- database
create table users (id int primary key, code text unique);
create table audits (id int primary key, code text references users (code));
-- model
create table users (id int primary key);
-- tolerated
table audits: only in the database
column users.code: only in the database
== columns stay with what is over them
-- keep
columns:*.legacy_*
-- database
create table old (id int primary key);
create table t (a int primary key, legacy_b int references old unique check (legacy_b > 0), c int);
create index ix_legacy on t (legacy_b, a);
-- model
create table t (a int primary key);
-- operations
drop column t.c
-- tolerated
column t.legacy_b: only in the database
table old: only in the database
== a renamed column beside a kept one
-- keep
columns
-- database
create table t (a int, b text);
-- model
create table t (a int, b2 text);
-- operations
add column t.b2 text
-- tolerated
column t.b: only in the database
== unique constraints and primary keys that the model lacks
-- keep
unique-constraints
-- database
create table t (a int, b int, constraint uk_ab unique (a, b), constraint uk_b unique (b));
create table roles (user_id int, role_id int, primary key (user_id, role_id));
-- model
create table t (a int, b int, constraint uk_b unique (b, a));
create table roles (user_id int not null, role_id int not null);
-- operations
drop unique constraint uk_b (b) of t
add unique constraint uk_b (b, a) to t
-- tolerated
unique constraint t.uk_ab: only in the database
primary key roles.roles_pkey: only in the database
== another primary key is a difference
-- keep
unique-constraints
-- database
create table t (a int primary key, b int not null);
-- model
create table t (a int not null, b int primary key);
-- operations
drop primary key t_pkey (a) of t
add primary key t_pkey (b) to t
== foreign keys, with the key that they rest on
-- keep
foreign-keys
-- database
create table p (id int primary key, code text unique);
create table c (id int primary key, code text references p (code), p_id int references p);
create table gone (id int primary key);
create table d (id int primary key, gone_id int references gone);
-- model
create table p (id int primary key, code text);
create table c (id int primary key, code text, p_id int);
create table d (id int primary key, gone_id int);
-- operations
drop foreign key d_gone_id_fkey (gone_id) to gone (id) of d
drop table gone (1 column)
-- tolerated
foreign key c.c_code_fkey: only in the database
foreign key c.c_p_id_fkey: only in the database
unique constraint p.p_code_key: only in the database
== a foreign key to another table is a difference
-- keep
foreign-keys
-- database
create table p (id int primary key);
create table q (id int primary key);
create table c (id int primary key, p_id int references p);
-- model
create table p (id int primary key);
create table q (id int primary key);
create table c (id int primary key, p_id int references q);
-- operations
drop foreign key c_p_id_fkey (p_id) to p (id) of c
add foreign key c_p_id_fkey (p_id) to q (id) to c
== what a foreign key does on delete, unless the model says it
-- keep
on-delete
-- database
create table p (id int primary key);
create table c (a int references p on delete cascade on update cascade,
  b int constraint fk_b references p on delete set null, d int references p on delete restrict);
-- model
create table p (id int primary key);
create table c (a int references p, b int constraint fk_b2 references p,
  d int references p on delete cascade);
-- operations
drop foreign key c_d_fkey (d) to p (id) on delete restrict of c
rename constraint c.fk_b to fk_b2
add foreign key c_d_fkey (d) to p (id) on delete cascade to c
-- tolerated
on-delete of c.c_a_fkey: model foreign key c_a_fkey (a) to p (id), database foreign key c_a_fkey (a) to p (id) on delete cascade on update cascade
on-delete of c.fk_b: model foreign key fk_b2 (b) to p (id), database foreign key fk_b (b) to p (id) on delete set null
== checks, but not the list of values that the model makes longer
-- keep
checks
-- database
create table t (a int, s varchar(10), constraint positive check (a > 0),
  constraint states check (s in ('NEW', 'OLD')));
-- model
create table t (a int, s varchar(10) check (s in ('NEW', 'OLD', 'DONE')));
-- operations
drop check states (s in ('NEW', 'OLD')) of t
add check t_s_check (s in ('NEW', 'OLD', 'DONE')) to t
-- tolerated
check t.positive: only in the database
== sequences
-- keep
sequences
-- database
create sequence numbers increment by 1;
create sequence others;
-- model
create sequence numbers increment by 50;
-- operations
alter sequence numbers: increment 1 to 50
-- tolerated
sequence others: only in the database
== server defaults that the model does not name
-- keep
server-defaults
-- database
create table t (a int default 1, b int default 2, c serial, d int generated by default as identity);
-- model
create table t (a int, b int default 3, c int not null, d int not null);
-- operations
alter column t.b: default 2 to 3
-- tolerated
server-default of t.a: only in the database
identity of t.c: only in the database
identity of t.d: only in the database
== comments of tables and columns
-- keep
comments
-- database
create table t (a int, b int);
comment on table t is 'mine';
comment on column t.a is 'mine, too';
comment on column t.b is 'old';
-- model
create table t (a int, b int);
comment on column t.b is 'new';
-- operations
alter column t.b: comment "old" to "new"
-- tolerated
comment of t: only in the database
comment of t.a: only in the database
== not null where the database is stricter
-- keep
not-null
-- database
create table t (a int not null, b int);
-- model
create table t (a int, b int not null);
-- operations
alter column t.b: set not null
-- tolerated
not-null of t.a: model null, database not null
== types that hold all that the model's do
-- keep
wider-types
-- database
create table t (id bigint primary key, a text, b varchar(320), c numeric(12,4), d int, e varchar(50), f bigint default 0);
create table u (t_id bigint references t);
create index ix_b on t (b);
-- model
create table t (id int primary key, a varchar(255), b varchar(255), c numeric(10,2), d bigint, e varchar(255), f int);
create table u (t_id int references t);
create index ix_b on t (b);
-- operations
alter column t.d: type integer to bigint
alter column t.e: type varchar(50) to varchar(255)
alter column t.f: default 0 to none
-- tolerated
type of t.id: model integer, database bigint
type of t.a: model varchar(255), database text
type of t.b: model varchar(255), database varchar(320)
type of t.c: model numeric(10,2), database numeric(12,4)
type of t.f: model integer, database bigint
type of u.t_id: model integer, database bigint
== names of constraints and indexes
-- keep
names
-- database
create table p (id int constraint pk_p primary key, a int constraint uk_old unique);
create index ix_old on p (a, id);
-- model
create table p (id int primary key, a int constraint uk_new unique);
create index ix_new on p (a, id);
-- tolerated
name of p.uk_old: model uk_new, database uk_old
name of p.ix_old: model ix_new, database ix_old
== several kinds at once, on a table that also changes
-- keep
indexes
wider-types
comments
columns:legacy_*
-- database
create table t (a varchar(300), legacy_x int, drop_me int);
create index ix_x on t (legacy_x);
create index ix_drop on t (drop_me);
comment on column t.a is 'a';
-- model
create table t (a varchar(255), b int);
-- operations
drop index ix_drop (drop_me) of t
add column t.b integer
drop column t.drop_me
-- tolerated
column t.legacy_x: only in the database
type of t.a: model varchar(255), database varchar(300)
comment of t.a: only in the database
== in another schema
-- keep
tables:audit.*
-- database
create schema audit;
create table audit.log (id int primary key);
create table gone (id int primary key);
-- model
create table users (id int primary key);
-- operations
drop table gone (1 column)
create table users (1 column)
-- tolerated
table audit.log: only in the database
== a kept column is not null and has a type that only it uses
-- keep
columns
-- database
create type mood as enum ('sad', 'ok');
create sequence legacy_numbers;
create table t (a int primary key, m mood not null default 'ok', n int default nextval('legacy_numbers'),
  double_n int generated always as (a * 2) stored);
-- model
create table t (a bigint primary key);
-- operations
drop column t.double_n
alter column t.a: type integer to bigint
add column t.double_n integer generated as (a * 2) stored
-- tolerated
column t.m: only in the database
column t.n: only in the database
column t.double_n: only in the database
enum type mood: only in the database
sequence legacy_numbers: only in the database
