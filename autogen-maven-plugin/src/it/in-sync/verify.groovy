String log = new File(basedir, 'build.log').text

assert log.contains('<base> -> 1c0ffee00001, create users')
assert log.contains('The database matches the entities.')
assert log.contains('Nothing to do: the database is at 1c0ffee00001.')
assert !log.contains('autogen_version')
