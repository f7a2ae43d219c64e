-- Views and the like over columns that change.
-- case: views over views over a text that grows
-- before
create table users (id bigint primary key, email varchar(20), age integer);
create view adults with (security_barrier = true) as select id, email from users where age > 17;
create view adult_mails as select email from adults where email like '%@%' with cascaded check option;
create view all_of_it as select a.email, m.email as mail from adults a join adult_mails m on a.email = m.email;
create view unrelated as select age from users;
comment on view adults is 'over 17''s';
comment on column adults.email is 'as given';
grant select on adults to reporting;
grant select, insert on adult_mails to "Odd one" with grant option;
grant update (email) on adult_mails to reporting;
alter view adult_mails owner to reporting;
alter view adults alter column email set default 'none';
revoke delete on all_of_it from current_user;
-- rows
insert into users values (1, 'ann@example.com', 30);
-- after
create table users (id bigint primary key, email varchar(200), age integer);
-- apart
relation v
column adult
column all_of
-- case: a view over a key that grows to bigint
-- before
create table users (id integer primary key, name varchar(20));
create table posts (id integer primary key, user_id integer references users);
create view authors as select u.id, u.name, count(p.id) as posts
  from users u left join posts p on p.user_id = u.id group by u.id;
-- after
create table users (id bigint primary key, name varchar(20));
create table posts (id bigint primary key, user_id bigint references users);
-- apart
relation v
-- case: a materialized view with its indexes
-- before
create table users (id bigint primary key, team varchar(20), age integer);
create materialized view teams with (fillfactor = 80) as
  select team, count(*) as n, max(age) as oldest from users group by team;
create unique index teams_team on teams (team);
create index teams_n on teams (n desc) where n > 1;
comment on materialized view teams is 'of users';
comment on index teams_n is 'large ones';
alter materialized view teams cluster on teams_team;
alter materialized view teams alter column n set statistics 77;
grant select on teams to reporting;
create materialized view later as select team from teams with no data;
create view top as select team from teams where n > 10;
create statistics teams_stats (ndistinct) on n, oldest from teams;
-- rows
insert into users values (1, 'a', 1), (2, 'a', 2);
-- after
create table users (id bigint primary key, team text, age bigint);
-- apart
relation m
relation v
relation i
index CREATE
statistics
-- case: a rule on a table and on a view, and an instead-of trigger
-- before
create table users (id bigint primary key, email varchar(20), gone boolean);
create view living as select id, email from users where not gone;
create rule quiet as on delete to users where old.email is null do instead nothing;
create rule dead as on delete to living do instead update users set gone = true where id = old.id;
create function store() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger storing instead of insert on living for each row execute function store();
comment on trigger storing on living is 'stores';
comment on rule dead on living is 'buries';
-- after
create table users (id bigint primary key, email varchar(60), gone boolean);
-- apart
relation v
trigger
RULE dead
RULE quiet
-- case: triggers of a column
-- before
create table users (id bigint primary key, email varchar(20), age integer);
create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger touched before update of email on users for each row execute function touch();
create trigger grown before update on users for each row
  when (old.email is distinct from new.email) execute function touch();
create trigger other before update of age on users for each row execute function touch();
alter table users disable trigger touched;
alter table users enable always trigger grown;
comment on trigger touched on users is 'notes';
-- after
create table users (id bigint primary key, email text, age integer);
-- apart
TRIGGER touched
TRIGGER other
-- case: policies, also those of another table
-- before
create table users (id bigint primary key, team varchar(20), age integer);
create table posts (id bigint primary key, user_id bigint);
alter table users enable row level security;
alter table posts enable row level security;
create policy own on users as restrictive for update to reporting, "Odd one"
  using (team = 'a') with check (age > 1);
create policy ofteam on posts for select
  using (exists (select from users u where u.id = user_id and u.team = 'x'));
comment on policy own on users is 'their own';
-- after
create table users (id bigint primary key, team varchar(30), age integer);
create table posts (id bigint primary key, user_id bigint);
-- apart
policy
relation r
-- case: functions with a body of the standard
-- before
create table users (id bigint primary key, email varchar(20), age integer);
create view adults as select id, email from users where age > 17;
create function oldest(lower_age integer) returns bigint language sql stable
  begin atomic select max(id) from users where age >= lower_age and email is not null; end;
create function adult_count() returns bigint begin atomic select count(*) from adults; end;
create view counted as select adult_count() as n;
create function of_view() returns setof adults language sql as 'select * from adults';
revoke execute on function oldest from public;
grant execute on function oldest to reporting;
alter function oldest owner to reporting;
comment on function oldest is 'of all';
create procedure tidy(a integer) begin atomic delete from users where email = 'x' and age = a; end;
-- after
create table users (id bigint primary key, email text, age integer);
-- apart
FUNCTION public.
relation v
-- case: views over an enum whose values go
-- before
create type status as enum ('NEW', 'OPEN', 'DONE');
create table tasks (id bigint primary key, status status not null default 'NEW', title text);
create view open_tasks as select id, status from tasks where status = 'OPEN';
create view literal as select 'DONE'::status as s;
create function is_open(s status) returns boolean language sql as $$ select s = 'OPEN' $$;
comment on type status is 'of tasks';
grant usage on type status to reporting;
revoke usage on type status from public;
-- rows
insert into tasks values (1, 'OPEN', 'a');
-- after
create type status as enum ('OPEN', 'DONE', 'NEW');
create table tasks (id bigint primary key, status status not null default 'NEW', title text);
-- apart
relation v
function
-- case: a view over an enum that gains a value, which the downgrade takes away
-- before
create type status as enum ('NEW', 'OPEN');
create table tasks (id bigint primary key, status status not null, title text);
create view open_tasks as select id, status from tasks where status = 'OPEN';
-- after
create type status as enum ('NEW', 'OPEN', 'DONE');
create table tasks (id bigint primary key, status status not null, title text);
-- apart
relation v
-- case: a view over a generated column that is made anew
-- before
create table users (id bigint primary key, first varchar(20), last varchar(20),
  name varchar(50) generated always as (first || last) stored);
create view names as select id, name from users;
grant select (name) on users to reporting;
alter table users alter column name set statistics 50;
-- after
create table users (id bigint primary key, first varchar(20), last varchar(20),
  name varchar(50) generated always as (last || first) stored);
-- apart
relation v
-- case: a view that groups by a key which is made anew
-- before
create table users (id bigint not null, other bigint not null, name varchar(20),
  constraint users_pk primary key (id));
create view grouped as select id, name from users group by id;
-- after
create table users (id bigint not null, other bigint not null, name varchar(20),
  constraint users_pk primary key (id) include (other));
-- apart
relation v
-- case: a view over a column that is dropped stays where it is
-- before
create table users (id bigint primary key, email varchar(20), age integer);
create view adults as select id, email from users where age > 17;
create view mails as select email from users;
create view both_of as select email from adults;
-- after
create table users (id bigint primary key, email varchar(40));
-- warned
The view adults uses users.email, so that the database refuses to alter column
The view adults uses users.age, so that the database refuses to drop column
-- case: a view over a table that is dropped stays where it is
-- before
create table users (id bigint primary key, email varchar(20));
create table posts (id bigint primary key);
create view mails as select email from users;
-- after
create table posts (id bigint primary key);
-- warned
The view mails uses users, so that the database refuses to drop table
-- case: views in another schema, with odd names
-- before
create schema "Odd ""one";
create table users (id bigint primary key, "E mail" varchar(20));
create view "Odd ""one"."V v" as select "E mail" from users;
comment on view "Odd ""one"."V v" is 'odd';
create view users_view as select * from "Odd ""one"."V v";
-- after
create table users (id bigint primary key, "E mail" varchar(30));
-- apart
relation v
