String log = new File(basedir, 'build.log').text

assert log.split('The heads b2 \\(one\\), c3 \\(other\\) are not merged').length > 2
assert log.contains("Run 'autogen merge heads")
assert !log.contains('PostgreSQL')
