String log = new File(basedir, 'build.log').text

assert log.contains('BUILD FAILURE')
assert log.contains('The database differs from the entities:')
assert log.contains('  create table product (1 column)')
assert log.contains('  add column customer.city varchar(40)')
assert log.contains('mvn autogen:revision -Dautogen.message=')
assert !log.contains('MojoExecutionException')
assert new File(basedir, 'src/main/java/db/migrations').list().length == 1
