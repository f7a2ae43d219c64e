package dev.autogen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** An archive of server programs writes nothing outside of its folder. */
@Tag("attack")
class HostileArchiveTest {

  @TempDir Path directory;

  /**
   * An entry of an archive.
   *
   * @param kind one of the kinds of {@link TarConstants}
   * @param link where it leads, for a link
   */
  record Entry(String name, byte kind, String link) {

    static Entry file(String name) {
      return new Entry(name, TarConstants.LF_NORMAL, "");
    }

    static Entry link(String name, String target) {
      return new Entry(name, TarConstants.LF_SYMLINK, target);
    }
  }

  record Attack(String name, List<Entry> entries) {

    static Attack of(String name, Entry... entries) {
      return new Attack(name, List.of(entries));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Attack> attacks() {
    return Stream.of(
        Attack.of("parent", Entry.file("../written")),
        Attack.of("parent from below", Entry.file("bin/../../written")),
        Attack.of("parent that comes back", Entry.file("bin/../lib/written")),
        Attack.of("absolute", Entry.file("HERE/written")),
        Attack.of("link to a parent", Entry.link("out", "..")),
        Attack.of("link to an absolute folder", Entry.link("out", "/etc")),
        Attack.of("writes through a link", Entry.link("out", ".."), Entry.file("out/written")),
        Attack.of("writes through a link within", Entry.link("in", "lib"), Entry.file("in/x")),
        Attack.of(
            "link back through a link",
            Entry.file("lib/x"),
            Entry.link("a/b/in", "../../lib"),
            Entry.link("out", "a/b/in/../..")),
        Attack.of("file over a link", Entry.link("x", "lib"), Entry.file("x")),
        Attack.of("hard link", new Entry("shadow", TarConstants.LF_LINK, "/etc/shadow")),
        Attack.of("device", new Entry("disk", TarConstants.LF_BLK, "")),
        Attack.of("character device", new Entry("memory", TarConstants.LF_CHR, "")),
        Attack.of("pipe", new Entry("pipe", TarConstants.LF_FIFO, "")));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void nothing_of_it_is_kept(Attack attack) throws Exception {
    Archive archive = archive(attack.entries());
    Path cache = directory.resolve("cache");

    assertThatThrownBy(() -> archive.unpack(cache.resolve("postgresql-1")))
        .isInstanceOf(IOException.class);

    assertThat(cache).isEmptyDirectory();
    assertThat(directory.resolve("written")).doesNotExist();
  }

  @Test
  void permissions_are_not_taken_from_it() throws Exception {
    Archive archive = archive(List.of(Entry.file("bin/postgres"), Entry.link("bin/x", "postgres")));
    Path unpacked = directory.resolve("cache/postgresql-1");

    archive.unpack(unpacked);

    assertThat(Files.getAttribute(unpacked.resolve("bin/postgres"), "unix:mode"))
        .isEqualTo(0100755);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked.resolve("bin"))))
        .isEqualTo("rwxr-xr-x");
    assertThat(unpacked.resolve("bin/x")).isSymbolicLink();
  }

  private Archive archive(List<Entry> entries) throws IOException {
    Path file = directory.resolve("archive.txz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0)))) {
      for (Entry each : entries) {
        TarArchiveEntry entry =
            new TarArchiveEntry(
                each.name().replace("HERE", directory.toString()), each.kind(), true);
        entry.setMode(06777);
        byte[] content =
            each.kind() == TarConstants.LF_NORMAL
                ? "x".getBytes(StandardCharsets.US_ASCII)
                : new byte[0];
        entry.setLinkName(each.link());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return new Archive(file.toUri().toURL());
  }
}
