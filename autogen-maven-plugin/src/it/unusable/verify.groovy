String log = new File(basedir, 'build.log').text

assert log.contains('No database is configured.')
assert log.contains('-Dautogen.url=')
assert log.contains('misspelt.toml:1: databse is no section that autogen knows; did you mean database?')
assert log.contains('Cannot connect to jdbc:postgresql://127.0.0.1:1/shop as it')
assert !log.replaceAll(/(?m)^.*Executing.*$/, '').contains('se3cret')
assert log.contains('autogen has nothing to do for unusable.')
assert log.contains('BUILD SUCCESS')
assert !log.contains('	at dev.autogen')
