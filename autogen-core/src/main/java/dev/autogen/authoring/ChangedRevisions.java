package dev.autogen.authoring;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the revisions whose files differ from those of a commit, by the project's git. */
public final class ChangedRevisions {

  private final Workspace workspace;
  private final Path directory;

  public ChangedRevisions(Workspace workspace) {
    this.workspace = workspace;
    this.directory = workspace.config().directory();
  }

  /**
   * The revisions whose files were added or changed since a commit, parents before children.
   *
   * @param reference a commit, branch or tag
   * @throws AutogenException if git does not know it, or the project is in no repository
   */
  public List<RevisionScript> since(String reference) {
    if (reference.startsWith("-")) {
      throw AutogenException.usage("\"" + reference + "\" is no commit for --since.");
    }
    Set<Path> changed = new HashSet<>();
    Path root = Path.of(git(reference, "rev-parse", "--show-toplevel").strip());
    String commit =
        git(reference, "rev-parse", "--verify", "--end-of-options", reference + "^{commit}")
            .strip();
    for (String file :
        git(reference, "diff", "--name-only", "--diff-filter=d", "-z", "--merge-base", commit)
            .split("\0")) {
      changed.add(real(root.resolve(file)));
    }
    for (String file :
        git(reference, "ls-files", "--others", "--exclude-standard", "-z").split("\0")) {
      changed.add(real(directory.resolve(file)));
    }
    Optional<SqlFormat> sql = SqlFormat.of(workspace);
    List<RevisionScript> found = new ArrayList<>();
    RevisionGraph history = workspace.history();
    Set<String> all = new HashSet<>();
    history.all().forEach(each -> all.add(each.id()));
    for (RevisionScript script : history.ordered(all)) {
      Path file =
          sql.isPresent()
              ? sql.get().source(script.id()).file()
              : workspace.migrations().file(script);
      if (changed.contains(real(file))) {
        found.add(script);
      }
    }
    return found;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private String git(String reference, String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        return output;
      }
    } catch (IOException e) {
      throw AutogenException.failed("git does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw AutogenException.usage(
        "git in "
            + directory
            + " does not know the commit \""
            + reference
            + "\" of --since; see 'git log "
            + reference
            + "', or fetch it first.");
  }
}
