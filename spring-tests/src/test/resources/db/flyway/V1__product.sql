create table product (id bigint primary key);
create table seen as
  select exists (select from pg_class where relname = 'autogen_version') as autogen_was_there;
