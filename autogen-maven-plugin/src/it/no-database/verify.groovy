String log = new File(basedir, 'build.log').text
String id = new File(basedir, 'src/main/java/db/migrations').list()[0].split('_')[1]

assert log.contains('No database is configured: the entities are compared with what the committed')
assert log.contains('The history differs from the entities:')
assert log.contains('  create table customer (')
assert log.contains(':check (default) @ no-database')
assert log.contains('The history matches the entities.')
assert log.contains(':prove (default) @ no-database')
assert log =~ /Proven on PostgreSQL 18\.\d+: ${id}, begin/
assert log.contains("upgrade base -> ${id}, begin")
assert log =~ /${id} \(current\) applied \S+ by .*, begin/
assert log.contains("downgrade ${id} -> base, begin")
assert log.contains("${id} pending, begin")
assert log.contains('No database is configured.\n')
