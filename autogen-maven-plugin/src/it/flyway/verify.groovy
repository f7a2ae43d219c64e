String log = new File(basedir, 'build.log').text

assert log.contains('BUILD FAILURE')
assert log.contains('The database differs from the entities:')
assert log.contains('  add column customer.city varchar(40)')
assert !log.contains('MojoExecutionException')
