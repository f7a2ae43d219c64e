== a glob without a kind leaves tables alone both ways
-- ignore
legacy_*
-- database
create table legacy_a (id int primary key);
create table users (id int primary key);
-- model
create table legacy_b (id int primary key);
create table users (id int primary key, name text);
-- operations
add column users.name text
== a table that changed
-- ignore
table:users
-- database
create table users (id int primary key, name text unique);
create index users_name on users (name);
-- model
create table users (id bigint primary key, mail text check (mail <> ''));
== a kind leaves the other kinds of that name
-- ignore
sequence:*_seq
-- database
create table kept_seq (id int primary key);
create sequence numbers_seq;
-- model
create sequence others_seq;
-- operations
drop table kept_seq (1 column)
== a schema
-- ignore
schema:audit
-- database
create schema audit;
create table audit.log (id int primary key);
create sequence audit.ids;
create table users (id int primary key);
-- model
create schema audit;
create table audit.events (id int primary key);
create type audit.kind as enum ('a');
create table users (id int primary key);
create table trips (id int primary key);
-- operations
create table trips (1 column)
== the default schema, spelled out
-- ignore
public.legacy
schema:audit
-- database
create table legacy (id int primary key);
-- model
create table users (id int primary key);
-- operations
create table users (1 column)
== only one schema
-- include
schema:audit
-- database
create schema audit;
create table audit.log (id int primary key);
create table users (id int primary key);
-- model
create table trips (id int primary key);
-- operations
drop table audit.log (1 column)
== only some tables
-- include
shop_*
-- ignore
shop_tmp
-- database
create table shop_a (id int primary key);
create table shop_tmp (id int primary key);
create table other (id int primary key);
-- model
create table shop_b (id int primary key);
create table another (id int primary key);
-- operations
drop table shop_a (1 column)
create table shop_b (1 column)
== only some of one kind
-- include
index:ix_*
-- database
create table t (a int, b int);
create index ix_a on t (a);
create index other_a on t (a, b);
-- model
create table t (a int, b int);
create index ix_b on t (b);
create index other_b on t (b, a);
-- operations
drop index ix_a (a) of t
create index ix_b (b) on t
== a column, with all that rests on it
-- ignore
column:users.nickname
-- database
create table users (id int primary key, nickname varchar(10) unique, email text,
  check (nickname <> email));
create index users_nick on users (email, nickname);
create index users_lower on users (lower(nickname));
create index users_long on users (email) where nickname is not null;
-- model
create table users (id int primary key, nickname text not null, email text not null,
  unique (nickname, email));
-- rows
insert into users values (1, 'a', 'b');
-- operations
alter column users.email: set not null
== a column of any table, by a glob
-- ignore
column:legacy_*
-- database
create table a (id int primary key, legacy_x text);
create table b (id int primary key);
-- model
create table a (id int primary key);
create table b (id int primary key, legacy_y text);
== a column by its path without a kind
-- ignore
users.nickname
-- database
create table users (id int primary key, nickname text);
-- model
create table users (id int primary key);
== an ignored column goes with its table, and comes back with it
-- ignore
column:users.nickname
-- database
create table users (id int primary key, nickname text);
create table trips (id int primary key);
-- model
create table trips (id int primary key);
-- operations
drop table users (2 columns)
-- gone
nickname
== indexes in the database, in the model and changed
-- ignore
index:ix_*
-- database
create table t (a int, b int);
create index ix_a on t (a);
create index ix_changed on t (a, b);
create index iy on t (b, a);
-- model
create table t (a int, b int);
create index ix_b on t (b);
create index ix_changed on t (a, b desc);
-- operations
drop index iy (b, a) of t
== an ignored index stays while its column is dropped or changed beside it
-- ignore
index:ix_*
-- database
create table t (a int, b varchar(10));
create index ix_a on t (a);
create index ix_b on t (lower(b)) where b <> '1';
-- model
create table t (b int);
-- operations
drop index ix_a (a) of t
drop index ix_b ((lower((b)::text))) where b <> '1' of t
alter column t.b: type varchar(10) to integer
drop column t.a
-- gone
ix_a
ix_b
== checks, whether they have a name or not
-- ignore
check:*
-- database
create table t (a int check (a > 0), b int);
-- model
create table t (a int, b int check (b in (1, 2)));
create table u (a int check (a > 0));
-- operations
create table u (1 column)
== a check by the name that the database chose
-- ignore
check:t_a_check
-- database
create table t (a int check (a > 0), b int check (b > 0));
-- model
create table t (a int check (a > 1), b int check (b > 1));
-- operations
drop check t_b_check (b > 0) of t
add check t_b_check (b > 1) to t
== a constraint of the model by the name that the database would choose
-- ignore
unique:users_email_key
-- database
create table users (id int primary key, email text);
-- model
create table users (id int primary key, email text unique);
== a unique constraint that the model names otherwise
-- ignore
unique:uk_email
-- database
create table users (id int primary key, email text, constraint users_mail unique (email) deferrable);
-- model
create table users (id int primary key, email text, constraint uk_email unique (email));
== primary keys and foreign keys
-- ignore
primary-key:*
foreign-key:fk_*
-- database
create table a (id int not null, code int unique);
create table b (id int primary key, a int constraint fk_a references a (code));
-- model
create table a (id int primary key, code int unique);
create table b (id int not null, a int, c int constraint fk_c references b (a), unique (a));
-- operations
add column b.c integer
add unique constraint b_a_key (a) to b
== every constraint
-- ignore
constraint:t.*
-- database
create table t (a int primary key, b int unique, c int check (c > 0));
-- model
create table t (a int not null, b int not null, c int);
-- rows
insert into t values (1, 1, 1);
-- operations
alter column t.b: set not null
== a foreign key to an ignored table that exists
-- ignore
customer
-- database
create table customer (id int primary key);
create table orders (id int primary key, customer_id int);
-- model
create table customer (id int primary key, name text);
create table orders (id int primary key, customer_id int references customer);
-- operations
add foreign key orders_customer_id_fkey (customer_id) to customer (id) to orders
== a foreign key to an ignored table that does not exist
-- ignore
customer
-- database
create table orders (id int primary key);
-- model
create table customer (id int primary key);
create table orders (id int primary key, customer_id int references customer);
create table bills (id int primary key, customer_id int references customer);
-- operations
create table bills (2 columns)
add column orders.customer_id integer
== what an ignored table refers to
-- ignore
audit_*
-- database
create table plan (id int primary key);
create table users (id int primary key, plan_id int references plan, code int unique, old int);
create table audit_log (id int primary key, user_id int references users);
create table audit_code (code int references users (code));
create table trips (id int primary key);
-- model
create table nothing (id int primary key);
-- operations
drop table trips (1 column)
create table nothing (1 column)
-- kept
table users (the ignored table audit_code refers to it)
table plan (the table users refers to it)
== a column and a key that an ignored table refers to
-- ignore
audit_*
-- database
create table users (id int primary key, code int unique, old int);
create table audit_code (code int references users (code));
-- model
create table users (id int primary key);
-- operations
drop column users.old
-- kept
column users.code (the ignored table audit_code refers to it)
constraint users.users_code_key (the ignored table audit_code refers to it)
== a type and a sequence that ignored columns use
-- ignore
audit_*
column:t.k
-- database
create type kind as enum ('a');
create type mood as enum ('a');
create sequence ids;
create table audit_log (id int default nextval('ids'), k kind);
create table t (id int primary key, k mood);
-- model
create table t (id int primary key);
-- kept
sequence ids (the ignored column audit_log.id takes its values from it)
type kind (the ignored column audit_log.k is of it)
type mood (the ignored column t.k is of it)
== an enum type that changed
-- ignore
type:mood
-- database
create type mood as enum ('a');
create type kind as enum ('a');
create table t (a mood, b kind);
-- model
create type mood as enum ('b');
create type kind as enum ('a', 'b');
create table t (a mood, b kind);
-- operations
alter enum type kind: [a] to [a, b]
== an index that includes an ignored column
-- ignore
column:users.secret
-- database
create table users (id int primary key, name varchar(20), secret text);
create index users_name on users (name) include (secret);
-- model
create table users (id int primary key, name text);
-- operations
alter column users.name: type varchar(20) to text
== an ignored constraint over columns that are made anew or converted
-- ignore
constraint:keep_*
-- database
create table p (id int primary key);
create table users (id int primary key, a int, g int generated always as (a + 2) stored,
  p_id int,
  constraint keep_check check (g > 0), constraint keep_unique unique (g),
  constraint keep_key foreign key (p_id) references p);
-- rows
insert into p values (1);
insert into users (id, a, p_id) values (1, 1, 1);
-- model
create table p (id varchar(20) primary key);
create table users (id int primary key, a int, g int generated always as (a + 1) stored,
  p_id varchar(20));
-- operations
drop foreign key keep_key (p_id) to p (id) of users
drop check keep_check (g > 0) of users
drop unique constraint keep_unique (g) of users
drop column users.g
alter column p.id: type integer to varchar(20)
alter column users.p_id: type integer to varchar(20)
add column users.g integer generated as (a + 1) stored
add check keep_check (g > 0) to users
add unique constraint keep_unique (g) to users
add foreign key keep_key (p_id) to p (id) to users
