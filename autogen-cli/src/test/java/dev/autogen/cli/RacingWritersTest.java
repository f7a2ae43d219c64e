package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.file.WriterLock;
import dev.autogen.testing.Polling;
import dev.autogen.testing.TestDatabase;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that write migrations in one project at once. */
@Tag("attack")
@Timeout(300)
class RacingWritersTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void oneOfTwoRevisionsMakesTheTable() throws Exception {
    TestProject project = TestProject.at(directory, database.url()).compile(TestProject.USER);
    List<CommandProcess> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(CommandProcess.start(project, "revision", "--no-prove", "-m", "users " + i));
    }
    List<Result> results = new ArrayList<>();
    for (CommandProcess process : processes) {
      results.add(process.result());
    }

    assertThat(results.stream().filter(each -> each.code() == 0)).as(results.toString()).hasSize(1);
    Result second = results.stream().filter(each -> each.code() != 0).findFirst().orElseThrow();
    assertThat(second.err()).contains("Target database is not up to date", "autogen upgrade");
    assertThat(project.migrations()).hasSize(1);
    assertThat(project.run("heads").out()).hasLineCount(1);
  }

  @Test
  void severalEmptyRevisionsMakeALine() throws Exception {
    TestProject project = TestProject.at(directory, database.url());
    List<CommandProcess> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(CommandProcess.start(project, "revision", "--empty", "-m", "step " + i));
    }
    for (CommandProcess process : processes) {
      Result result = process.result();
      assertThat(result.code()).as(result.err()).isZero();
    }

    assertThat(project.migrations()).hasSize(4);
    assertThat(project.run("heads").out()).hasLineCount(1);
  }

  @Test
  void oneThatWaitsSaysForWhich() throws Exception {
    TestProject project = TestProject.at(directory, database.url());
    Path file = Files.createDirectories(directory.resolve(".autogen")).resolve("writer.lock");
    Files.writeString(file, "4711");
    CommandProcess waiting;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      waiting = CommandProcess.start(project, "revision", "--empty", "-m", "second");
      while (waiting.process().isAlive() && !Files.readString(waiting.err()).contains("\n")) {
        Polling.pause();
      }
      assertThat(Files.readString(waiting.err()))
          .contains("waiting for another autogen command (process 4711) that writes");
      project.migration("aaa1", "", "");
    }

    Result result = waiting.result();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("revises = \"aaa1\"");
  }

  @Test
  void oneThatWaitsForTooLongWritesNothing() throws Exception {
    Path folder = Files.createDirectories(directory.resolve(".autogen"));
    List<String> said = new ArrayList<>();
    try (WriterLock held = WriterLock.acquire(folder, Duration.ZERO, said::add)) {
      assertThat(held).isNotNull();
      String own = "process " + ProcessHandle.current().pid();

      assertThatThrownBy(() -> WriterLock.acquire(folder, Duration.ofSeconds(1), said::add))
          .hasMessageContaining("Another autogen command (" + own + ") writes in this project")
          .hasMessageContaining("writer.lock for more than 1 s. Nothing was written; run");
      assertThat(said).singleElement().asString().contains(own);
    }
    WriterLock.acquire(folder, Duration.ZERO, said::add).close();
  }

  @Test
  void aLockThatIsALinkIsNotFollowed() throws Exception {
    TestProject project = TestProject.at(directory, database.url());
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Files.createDirectories(directory.resolve(".autogen"));
    Files.createSymbolicLink(directory.resolve(".autogen/writer.lock"), victim);

    Result result = project.run("revision", "--empty", "-m", "x");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("writer.lock", "is a symbolic link; delete it");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void aKilledWriterHoldsNothing() throws Exception {
    TestProject project = TestProject.at(directory, database.url());
    SuspendedProcess process =
        SuspendedProcess.start(project, Map.of(), "revision", "--empty", "-m", "first");
    assertThat(
            process.killedAt(
                "sun.nio.ch.FileChannelImpl", "write", stack -> stack.contains("RevisionWriter")))
        .isTrue();

    Result result = project.run("revision", "--empty", "-m", "second");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
  }
}
