String log = new File(basedir, 'build.log').text
File folder = new File(basedir, 'src/main/resources/db/changelog')

assert log.contains('The database differs from the entities:')
assert log.contains('  add column customer.city varchar(40)')
assert log.contains("Liquibase runs the migrations of this project")
assert new File(folder, 'changes/002-more.sql').text.contains('--changeset ann:2')
assert new File(folder, 'db.changelog-master.yaml').text.contains('changes/002-more.sql')
assert log.contains('The history matches the entities.')
assert log =~ /Proven on PostgreSQL 18\.\d+: 2/
assert !log.contains('MojoExecutionException')
