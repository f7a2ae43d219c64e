package dev.autogen.flyway;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Sha256;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The SQL files that a project's Flyway runs, as they are in the source folders. */
public final class FlywayFolder {

  private static final Comparator<String> BY_VERSION =
      (one, other) -> {
        List<BigInteger> left = numbers(one);
        List<BigInteger> right = numbers(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
          BigInteger a = i < left.size() ? left.get(i) : BigInteger.ZERO;
          BigInteger b = i < right.size() ? right.get(i) : BigInteger.ZERO;
          if (!a.equals(b)) {
            return a.compareTo(b);
          }
        }
        return 0;
      };

  private final List<Path> folders;
  private final FlywayNames names;
  private final List<Path> all = new ArrayList<>();
  private final List<FlywayFile> files = new ArrayList<>();
  private final List<String> baselines = new ArrayList<>();

  /**
   * Reads the names of the files.
   *
   * @param folders the folders that Flyway searches; new files are written to the first
   * @throws AutogenException if a folder cannot be read
   */
  public FlywayFolder(List<Path> folders, FlywayNames names) {
    this.folders = List.copyOf(folders);
    this.names = names;
    for (Path folder : folders) {
      try (Stream<Path> found = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
        found.filter(Files::isRegularFile).sorted().forEach(this::add);
      } catch (IOException e) {
        throw AutogenException.failed("cannot read " + folder + ": " + e.getMessage(), e);
      }
    }
    files.sort(Comparator.comparing(FlywayFile::version, BY_VERSION));
  }

  private static List<BigInteger> numbers(String version) {
    return Stream.of(version.split("\\.")).map(BigInteger::new).toList();
  }

  private void add(Path file) {
    all.add(file);
    names
        .baseline(file.getFileName().toString())
        .ifPresent(version -> baselines.add(version.replace('_', '.')));
    names
        .parse(file.getFileName().toString())
        .ifPresent(
            parts ->
                files.add(new FlywayFile(parts[0].replace('_', '.'), parts[0], parts[1], file)));
  }

  /** The folder for new files. */
  public Path newFiles() {
    return folders.get(0);
  }

  /** How its files are named. */
  public FlywayNames names() {
    return names;
  }

  /** The versioned migrations by their versions. */
  public List<FlywayFile> files() {
    return List.copyOf(files);
  }

  /**
   * The version of the migration or baseline migration before a file; empty for the first.
   *
   * @param file one of {@link #files}
   */
  public Optional<String> before(FlywayFile file) {
    return Stream.concat(files.stream().map(FlywayFile::version), baselines.stream())
        .filter(version -> BY_VERSION.compare(version, file.version()) < 0)
        .max(BY_VERSION);
  }

  /** The file that undoes a migration. */
  public Optional<Path> undo(FlywayFile file) {
    String wanted = names.undoPrefix() + file.written() + names.separator();
    return all.stream()
        .filter(each -> each.getFileName().toString().startsWith(wanted))
        .findFirst();
  }

  /**
   * The migrations as a history: each version follows the one before it.
   *
   * @throws AutogenException if two files have one version
   */
  public RevisionGraph history() {
    List<RevisionScript> scripts = new ArrayList<>();
    FlywayFile before = null;
    for (FlywayFile file : files) {
      if (before != null && BY_VERSION.compare(before.version(), file.version()) == 0) {
        throw AutogenException.usage(
            "Flyway refuses two migrations of version "
                + file.version()
                + ": "
                + before.path()
                + " and "
                + file.path()
                + ". Give one of them another version.");
      }
      before = file;
      scripts.add(
          new RevisionScript(
              file.version(),
              scripts.isEmpty() ? List.of() : List.of(scripts.get(scripts.size() - 1).id()),
              List.of(),
              List.of(),
              "",
              file.description(),
              file.path().getFileName().toString(),
              file.path().toString()));
    }
    return RevisionGraph.of(scripts);
  }

  /** A checksum of the contents of all files. */
  public String checksum() {
    StringBuilder contents = new StringBuilder();
    try {
      for (Path file : all) {
        contents.append(file).append('\n').append(Sha256.of(Files.readString(file))).append('\n');
      }
    } catch (IOException e) {
      throw AutogenException.failed("cannot read the migrations: " + e.getMessage(), e);
    }
    return Sha256.of(contents.toString());
  }

  /**
   * The version of the next file, in the way in which the last ones are numbered: a date and time
   * where they have one, else the next number with as many digits.
   */
  public String nextVersion(Instant now, ZoneId zone) {
    if (files.isEmpty()) {
      return stamp(now, zone, 14, "");
    }
    String last = files.get(files.size() - 1).written();
    String digits = last.replaceAll("[._]", "");
    if (digits.matches("(19|20)\\d{6}(\\d{2}|\\d{4}|\\d{6}|\\d{9})?")) {
      String next = likeLast(last, digits, now, zone);
      return BY_VERSION.compare(next.replace('_', '.'), last.replace('_', '.')) > 0
          ? next
          : following(last);
    }
    return following(last);
  }

  /** The time of now, with the digits and separators of the last version. */
  private static String likeLast(String last, String digits, Instant now, ZoneId zone) {
    String stamp = stamp(now, zone, digits.length(), "");
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (char each : last.toCharArray()) {
      result.append(Character.isDigit(each) ? stamp.charAt(at++) : each);
    }
    return result.toString();
  }

  private static String stamp(Instant now, ZoneId zone, int digits, String none) {
    String all = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(zone).format(now);
    return all.substring(0, Math.min(digits, all.length())) + none;
  }

  /** The last version with its last number increased: {@code 007} gives {@code 008}. */
  public static String following(String last) {
    int start = Math.max(last.lastIndexOf('.'), last.lastIndexOf('_')) + 1;
    String number = last.substring(start);
    String next = new BigInteger(number).add(BigInteger.ONE).toString();
    return last.substring(0, start)
        + "0".repeat(Math.max(0, number.length() - next.length()))
        + next;
  }
}
