package dev.autogen.run.source;

import dev.autogen.file.CacheFolder;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.ScriptDirectories;
import dev.autogen.history.Sha256;
import dev.autogen.history.SourceChecksum;
import dev.autogen.migration.Migration;
import dev.autogen.run.ClassPathMigrations;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunnerIdentity;
import dev.autogen.schema.AutogenException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads migrations from their sources and compiles them before they run. The classes are kept in a
 * cache for the next process; if there can be no cache, they are compiled each time.
 */
public final class SourceMigrations implements MigrationSource {

  private final ScriptDirectories.Content content;
  private final RevisionGraph history;
  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, String> checksums = new ConcurrentHashMap<>();
  private final List<Path> classPath;
  private final CompiledClasses cache;
  private final MigrationClassLoader loader;
  private final Map<String, Boolean> ready = new HashMap<>();
  private final IntConsumer compiling;
  private @Nullable String basis;

  /** A migration that says what most say, to load what the compiler needs for it. */
  private static final String SAMPLE =
      """
      import static dev.autogen.migration.Definitions.*;
      import dev.autogen.migration.Migration;
      import dev.autogen.migration.Operations;
      import dev.autogen.migration.Revision;
      @Revision(id = "sample", created = "2026-01-01T00:00:00Z")
      final class Sample implements Migration {
        @Override public void upgrade(Operations op) {
          op.addColumn("t", column("c", varchar(255)).notNull().serverDefault("0"));
        }
        @Override public void downgrade(Operations op) {
          op.dropColumn("t", "c");
        }
      }
      """;

  /**
   * The migrations in some directories and those below them.
   *
   * @param directories where the sources are; one that does not exist is empty
   * @param classPath what migrations see beside autogen
   * @param cache a directory for what is compiled; it need not exist
   * @throws dev.autogen.history.BrokenHistory if the sources form no history
   */
  public SourceMigrations(List<Path> directories, List<Path> classPath, Path cache) {
    this(
        ScriptDirectories.read(directories),
        classPath,
        new CompiledClasses(CacheFolder.at(cache), warning -> {}),
        count -> {});
  }

  /**
   * The migrations of sources that were read.
   *
   * @param classPath what migrations see beside autogen
   * @param compiling is told how many migrations will be compiled
   * @throws dev.autogen.history.BrokenHistory if the sources form no history
   */
  public SourceMigrations(
      ScriptDirectories.Content content,
      List<Path> classPath,
      CompiledClasses cache,
      IntConsumer compiling) {
    this.content = content;
    this.history = RevisionGraph.of(content.scripts().values());
    content.scripts().forEach((file, script) -> files.put(script.id(), file));
    this.classPath = List.copyOf(classPath);
    this.cache = cache;
    this.compiling = compiling;
    this.loader = new MigrationClassLoader(classPath, SourceMigrations.class.getClassLoader());
  }

  @Override
  public RevisionGraph history() {
    return history;
  }

  /** The sources, as they were read. */
  public ScriptDirectories.Content content() {
    return content;
  }

  /** The file of a revision. */
  public Path file(RevisionScript script) {
    return files.get(script.id());
  }

  /** Whether the text of any source, with or without a revision, meets a condition. */
  public boolean anySource(Predicate<String> condition) {
    return content.texts().values().stream().anyMatch(condition);
  }

  /** The file of a revision by its id, replaced ones included. */
  public Optional<Path> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  private String text(RevisionScript script) {
    return content.texts().get(files.get(script.id()));
  }

  /** The same migrations, with the checksums that are known of unchanged ones. */
  public SourceMigrations withChecksumsOf(SourceMigrations earlier) {
    earlier.checksums.forEach(
        (id, checksum) -> {
          @Nullable String text = content.texts().get(files.get(id));
          if (text != null && text.equals(earlier.content.texts().get(earlier.files.get(id)))) {
            checksums.put(id, checksum);
          }
        });
    return this;
  }

  @Override
  public Optional<String> sha256(RevisionScript script) {
    return Optional.of(
        checksums.computeIfAbsent(script.id(), id -> SourceChecksum.of(text(script))));
  }

  @Override
  public boolean isUnchanged(RevisionScript script, String recorded) {
    return SourceChecksum.isCurrent(recorded)
        ? MigrationSource.super.isUnchanged(script, recorded)
        : SourceChecksum.isOf(recorded, text(script));
  }

  @Override
  public synchronized void prepare(Collection<RevisionScript> scripts) {
    Map<Path, String> missing = new LinkedHashMap<>();
    for (RevisionScript script : scripts) {
      if (ready.putIfAbsent(script.id(), true) == null) {
        missing.put(file(script), Sha256.of(basis() + text(script)));
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    Map<String, Map<String, byte[]>> cached = cache.read(Set.copyOf(missing.values()));
    cached.values().forEach(loader::add);
    missing.values().removeIf(cached::containsKey);
    if (missing.isEmpty()) {
      return;
    }
    List<Path> sources = new ArrayList<>(missing.keySet());
    sources.addAll(content.others());
    compiling.accept(missing.size());
    try {
      compile(sources, missing);
    } catch (AutogenException e) {
      scripts.forEach(script -> ready.remove(script.id()));
      throw e;
    }
  }

  /**
   * Loads the Java compiler by a compilation without a result. Its first compilation takes several
   * times as long as the next ones, so this is worth doing while something else is waited for.
   */
  public void loadCompiler() {
    try {
      new MigrationCompiler(compileClassPath()).compile(Map.of(Path.of("Sample.java"), SAMPLE));
    } catch (AutogenException e) {
      // The compilation of a real migration reports it.
    }
  }

  private void compile(List<Path> sources, Map<Path, String> keys) {
    Map<Path, String> texts = new LinkedHashMap<>();
    sources.forEach(source -> texts.put(source, content.texts().get(source)));
    Map<Path, Map<String, byte[]>> compiled =
        new MigrationCompiler(compileClassPath()).compile(texts);
    Map<String, byte[]> shared = new LinkedHashMap<>();
    for (Path other : content.others()) {
      shared.putAll(compiled.getOrDefault(other.toAbsolutePath(), Map.of()));
    }
    Map<String, Map<String, byte[]>> byKey = new LinkedHashMap<>();
    for (Map.Entry<Path, String> each : keys.entrySet()) {
      Map<String, byte[]> classes = new LinkedHashMap<>(shared);
      classes.putAll(compiled.getOrDefault(each.getKey().toAbsolutePath(), Map.of()));
      byKey.put(each.getValue(), classes);
      loader.add(classes);
    }
    cache.write(byKey);
  }

  /** Everything but its own source that the classes of a migration depend on. */
  private String basis() {
    if (basis == null) {
      StringBuilder text = new StringBuilder(RunnerIdentity.version());
      text.append('\n').append(Runtime.version()).append('\n');
      text.append(ClassPathStamp.of(compileClassPath()));
      content.others().forEach(other -> text.append(content.texts().get(other)).append('\n'));
      basis = Sha256.of(text.toString());
    }
    return basis;
  }

  private List<Path> compileClassPath() {
    List<Path> visible = new ArrayList<>(classPath);
    visible.add(0, ownClasses());
    return visible;
  }

  private static Path ownClasses() {
    try {
      return Path.of(Migration.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("autogen's own classes are not in a file", e);
    }
  }

  @Override
  public Migration migration(RevisionScript script) {
    prepare(List.of(script));
    try {
      Class<?> type = Class.forName(script.className(), true, loader);
      if (!Migration.class.isAssignableFrom(type)) {
        throw AutogenException.usage(
            script.location() + ": " + type.getSimpleName() + " does not implement Migration");
      }
      return ClassPathMigrations.instance(type.asSubclass(Migration.class));
    } catch (ClassNotFoundException e) {
      throw AutogenException.usage(
          script.location() + " does not declare " + script.className() + "; check its package");
    } catch (LinkageError e) {
      throw AutogenException.failed("cannot load " + script.location() + ": " + e, e);
    }
  }
}
