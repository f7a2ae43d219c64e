String log = new File(basedir, 'build.log').text

assert log.contains(':check (default) @ in-sync')
assert log.contains('The database matches the entities.')
