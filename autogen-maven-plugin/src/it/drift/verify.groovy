String log = new File(basedir, 'build.log').text

assert log.contains('The database differs from the entities:')
assert log.contains('  create table users (2 columns)')
assert log.contains("Run 'mvn autogen:revision -Dautogen.message=")
assert !new File(basedir, 'src/main/java/db').exists()
