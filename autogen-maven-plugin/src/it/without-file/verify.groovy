String log = new File(basedir, 'build.log').text

// No Hibernate among the dependencies: the plugin's own names the column as it was told to.
assert log =~ /(?i)alter table customer add column home_town varchar\(40\);/
assert new File(basedir, 'src/main/java/shop/changes').list().length == 2
assert !new File(basedir, 'src/main/java/db').exists()
assert log.contains('The database matches the entities.')
