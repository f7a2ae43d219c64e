package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.file.Folders;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled code that somebody else put where autogen keeps its own. */
@Tag("attack")
class ForgedCacheTest {

  private static final int SUM_AT = 4;
  private static final int CONTENT_AT = 12;

  @TempDir Path directory;
  @TempDir Path cache;
  private final TestDatabase database = TestDatabase.create();
  private TestProject project;

  @BeforeEach
  void aMigrationWhoseClassesAreKept() throws Exception {
    project = TestProject.at(directory, database.url());
    project.migration("aaa1", "", "op.execute(\"create table good (id int)\");");
    assertThat(upgrade().code()).isZero();
    assertThat(made()).isEqualTo("good");
    database.execute("drop schema public cascade; create schema public");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Result upgrade() throws Exception {
    return CommandProcess.start(
            project, Map.of("XDG_CACHE_HOME", cache.toString()), "upgrade", "head")
        .result();
  }

  private String made() {
    return database.queryValue("select relname from pg_class where relname in ('good', 'evil')");
  }

  /** Every file of classes, wherever it is kept. */
  private List<Path> kept() throws IOException {
    try (Stream<Path> all = Stream.concat(Files.walk(directory), Files.walk(cache))) {
      return all.filter(file -> file.toString().endsWith(".classes")).toList();
    }
  }

  /** The same classes with another statement, and a checksum that fits. */
  private static byte[] forged(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("create table good");
    byte[] forged =
        text.replace("create table good", "create table evil")
            .getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(forged, CONTENT_AT, forged.length - CONTENT_AT);
    boolean hasSum = ByteBuffer.wrap(Files.readAllBytes(file)).getLong(SUM_AT) >>> 32 == 0;
    return hasSum ? ByteBuffer.wrap(forged).putLong(SUM_AT, sum.getValue()).array() : forged;
  }

  @Test
  void committedClassesAreNotRunInAFreshClone() throws Exception {
    byte[] forged = forged(kept().get(0));
    for (Path file : kept()) {
      Files.delete(file);
    }
    Path committed = Files.createDirectories(directory.resolve(".autogen/migrations"));
    Files.write(committed.resolve("c1.classes"), forged);

    Result result = upgrade();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("good");
    assertThat(committed).doesNotExist();
  }

  @Test
  void classesThatOthersCanHaveWrittenAreNotRun() throws Exception {
    Path file = kept().get(0);
    Files.write(file, forged(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    Result result = upgrade();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("good");
    assertThat(result.err()).contains("every user may write ").hasLineCount(1);
  }

  /** As with a umask of 002, which is usual where each user has a group of his own. */
  @Test
  void classesThatTheUsersOwnGroupCanWriteAreRun() throws Exception {
    Path file = kept().get(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assumeTrue(
        Files.getAttribute(file, "unix:group")
            .toString()
            .equals(Files.getAttribute(file, "unix:owner").toString()));
    Files.write(file, forged(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    Result result = upgrade();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("evil");
    assertThat(result.err()).isEmpty();
  }

  /** Whoever may write a folder above can put another folder in the place of the cache. */
  @Test
  void aCacheBelowAFolderThatOthersMayWriteIsNotUsed() throws Exception {
    Path file = kept().get(0);
    Files.write(file, forged(file));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

    Result result = upgrade();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("good");
  }

  @Test
  void classesOfAnotherUserAreNotRun() throws Exception {
    Path file = kept().get(0);
    Files.write(file, forged(file));
    chown(file);

    Result result = upgrade();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("good");
    assertThat(result.err()).contains("belongs to the user ");
  }

  @Test
  void classesBehindALinkAreNotRun() throws Exception {
    Path file = kept().get(0);
    Path elsewhere = Files.write(directory.resolve("elsewhere"), forged(file));
    Files.delete(file);
    Files.createSymbolicLink(file, elsewhere);

    Result result = upgrade();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("good");
  }

  @Test
  void foldersOfAnotherUserAreNotUsed() throws Exception {
    Path file = kept().get(0);
    Files.write(file, forged(file));
    chown(file.getParent());

    Result result = upgrade();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("good");
    assertThat(result.err()).contains("belongs to the user ").hasLineCount(1);
  }

  @Test
  void foldersThatOthersMayWriteAreTakenBack() throws Exception {
    Path folder = kept().get(0).getParent();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(upgrade().code()).isZero();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void aProjectsOwnFolderIsNoLink() throws Exception {
    Path victim = Files.createDirectories(cache.resolve("victim"));
    Path own = directory.resolve(".autogen");
    if (Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.walk(own)) {
        for (Path each : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    Files.createSymbolicLink(own, victim);

    Result result =
        CommandProcess.start(
                project, Map.of("XDG_CACHE_HOME", cache.toString()), "revision", "--empty", "-mx")
            .result();

    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains(".autogen is a symbolic link", "delete the link");
    assertThat(victim).isEmptyDirectory();
  }

  /** As by {@code sudo}, which may leave HOME as it is. */
  @Test
  void theCacheInTheHomeOfAnotherUserIsNotUsed() throws Exception {
    Path home = Files.createDirectories(directory.resolve("home"));
    Path forged = home.resolve(".cache/autogen");
    Files.createDirectories(forged.getParent());
    try (Stream<Path> files = Files.walk(cache.resolve("autogen"))) {
      for (Path file : files.toList()) {
        Path copy = forged.resolve(cache.resolve("autogen").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, file.toString().endsWith(".classes") ? forged(file) : new byte[0]);
        }
      }
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        chown(file);
      }
    }

    Result result =
        CommandProcess.start(project, Map.of("HOME", home.toString()), "upgrade").result();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(made()).isEqualTo("good");
    Path ofRoot = projectsFolder(Path.of("/var/cache/autogen/projects"));
    assertThat(ofRoot).isDirectoryRecursivelyContaining("glob:**.classes");
    Folders.delete(ofRoot);
  }

  /** Where the cache of this project is. */
  private Path projectsFolder(Path all) throws IOException {
    try (Stream<Path> folders = Files.list(all)) {
      for (Path folder : folders.toList()) {
        Path named = folder.resolve("directory");
        if (Files.exists(named) && Files.readString(named).equals(directory.toString())) {
          return folder;
        }
      }
    }
    throw new AssertionError("The project has no cache in " + all);
  }

  /** Gives a file to nobody, which root alone can do. */
  private static void chown(Path path) throws IOException {
    boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    if (!root) {
      System.out.println("NOT TRIED: files of another user, which root alone can make");
    }
    assumeTrue(root);
    Files.setOwner(
        path,
        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
  }
}
