String log = new File(basedir, 'build.log').text
File[] written = new File(basedir, 'src/main/java/db/migrations').listFiles()

assert log.contains('There is no revision yet.')
assert log.contains('base: no revision has been applied')
assert written.length == 1
assert written[0].name.endsWith('_begin.java')
assert log.contains('Wrote ' + written[0])
assert log.contains('Proven on PostgreSQL')
assert written[0].text.contains('begin')

String name = written[0].name - '.java'
String id = name.split('_')[1]
assert new File(basedir, "target/classes/db/migrations/${name}.class").exists()
assert log.contains("upgrade base -> ${id}, begin")
assert log.contains("${id} (head)")
assert log.contains("<base> -> ${id} (head), begin")
assert log.contains('The database matches the entities. Nothing was written.')
assert log.contains("run 'mvn autogen:history' for the revisions that there are")
