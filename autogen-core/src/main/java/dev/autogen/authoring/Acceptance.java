package dev.autogen.authoring;

import static java.util.stream.Collectors.toSet;

import dev.autogen.comparison.AcceptedDifferences;
import dev.autogen.config.AcceptedEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What became of the file of accepted differences.
 *
 * @param file the file
 * @param added the entries that are new, or have new values
 * @param removed the entries that were there and are not any more
 * @param total how many entries the file has now
 * @param open how many differences are still reported
 */
public record Acceptance(
    Path file, List<AcceptedEntry> added, List<AcceptedEntry> removed, int total, int open) {

  public Acceptance {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** The lines that tell a person what was done. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    added.forEach(each -> lines.add("  accepted " + subject(each)));
    Set<List<String>> again =
        added.stream().map(each -> List.of(each.object(), each.kind())).collect(toSet());
    removed.stream()
        .filter(each -> !again.contains(List.of(each.object(), each.kind())))
        .forEach(each -> lines.add("  removed " + subject(each)));
    lines.add(conclusion());
    if (open > 0) {
      lines.add(
          open == 1
              ? "1 difference is still reported by 'check'."
              : open + " differences are still reported by 'check'.");
    }
    return lines;
  }

  private static String subject(AcceptedEntry entry) {
    return AcceptedDifferences.of(entry).kind().of(entry.object());
  }

  private String conclusion() {
    if (!changed()) {
      return "Nothing to accept or to remove; " + file.getFileName() + " is as it was.";
    }
    return total == 0
        ? "Deleted " + file + ": no difference is accepted any more."
        : "Wrote "
            + file
            + ": "
            + total
            + (total == 1 ? " difference is" : " differences are")
            + " accepted. Commit it.";
  }

  /** Whether the file is another one than before. */
  public boolean changed() {
    return !added.isEmpty() || !removed.isEmpty();
  }
}
