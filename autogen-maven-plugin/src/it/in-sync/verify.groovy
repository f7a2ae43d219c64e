String log = new File(basedir, 'build.log').text

assert log.contains('upgrade base -> 1c0ffee00001, create customer \\u001b[2J\\n::error::of the message #\\u0023vso[x]y (')
assert log.readLines().every { !it.startsWith('::error') && !it.contains('##vso[') }
assert log.contains(':check (default) @ in-sync')
assert log.contains('The database matches the entities.')
