File[] written = new File(basedir, 'src/main/java/db/migrations').listFiles()
String log = new File(basedir, 'build.log').text

assert written.length == 1
assert written[0].name.endsWith('_first.java')
assert log.contains('Wrote ' + written[0])
assert log.contains('The database matches the entities.')
assert log.contains('Nothing was written.')
