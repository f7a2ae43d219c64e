package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.file.CacheFolder;
import dev.autogen.history.Sha256;
import dev.autogen.history.SourceChecksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Remembers what autogen wrote into the files of revisions, so that an edit by hand is noticed
 * before any database has them. Comments and layout are no edits.
 */
public final class WrittenRevisions {

  private final CacheFolder folder;

  /** The revisions that were written in a project on this machine. */
  public WrittenRevisions(Config config) {
    folder = ProjectCache.folder(config).below("written");
  }

  /** Remembers the source of a revision; where nothing can be kept, it counts as edited later. */
  public void remember(String id, String source) {
    try {
      folder.write(name(id), SourceChecksum.of(source).getBytes(StandardCharsets.UTF_8));
    } catch (IOException | UncheckedIOException e) {
      // What is not known needs consent.
    }
  }

  /** Whether a source is the one that autogen wrote. */
  public boolean isAsWritten(String id, String source) {
    try {
      return SourceChecksum.isOf(new String(folder.read(name(id)), StandardCharsets.UTF_8), source);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static String name(String id) {
    return Sha256.of(id);
  }
}
