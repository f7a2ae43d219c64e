package shop;

import dev.autogen.junit.MigrationTests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tests that a project inherits, with the JUnit that Spring Boot brings: 5.12, and 6. */
class InheritedTest implements MigrationTests {

  @Override
  public Path projectDirectory() {
    return Path.of("..").toAbsolutePath().normalize();
  }

  /** Here the entities are classes of the tests. */
  @Override
  public List<Path> entityClasspath() {
    List<Path> entries = new ArrayList<>(MigrationTests.super.entityClasspath());
    entries.add(0, Path.of("target", "test-classes").toAbsolutePath());
    return entries;
  }
}
