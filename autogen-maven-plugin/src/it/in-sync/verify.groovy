String log = new File(basedir, 'build.log').text

assert log.contains('upgrade base -> 1c0ffee00001, create customer')
assert log.contains(':check (default) @ in-sync')
assert log.contains('The database matches the entities.')
