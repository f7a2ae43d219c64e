package dev.autogen.comparison;

import dev.autogen.history.RevisionScript;
import dev.autogen.history.Step;
import dev.autogen.schema.AutogenException;
import dev.autogen.text.Visible;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses revisions whose objects somebody has changed by hand. */
public final class DriftRefusal {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  private DriftRefusal() {}

  /**
   * Makes sure that what pending revisions name in their source is as the history makes it. The
   * throwaway database is used only if a revision is pending.
   *
   * @param steps what would run
   * @throws AutogenException if it is not; nothing has run
   */
  public static void check(Workspace workspace, List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    HistoryDrift drift = new HistoryComparison(workspace).compare();
    List<String> lines = new ArrayList<>();
    for (Step step : drift.exists() ? steps : List.<Step>of()) {
      Set<String> words = words(workspace, step.script());
      for (DriftedObject each : drift.objects()) {
        if (words.contains(each.simpleName().toLowerCase(Locale.ROOT)) || isNamed(each, words)) {
          each.differences()
              .forEach(line -> lines.add(step.script().id() + ": " + Visible.line(line)));
        }
      }
    }
    if (!lines.isEmpty()) {
      throw AutogenException.failed(
          "What these revisions change is not as the history made it; nothing was run:\n  "
              + String.join("\n  ", lines)
              + "\nRun 'autogen drift' to see all, and put the database back, or run 'autogen"
              + " upgrade' without --verify and [runner] verify",
          null);
    }
  }

  /** A trigger or policy is named by its table as well. */
  private static boolean isNamed(DriftedObject object, Set<String> words) {
    return object.kind().matches("trigger|policy|rule")
        && WORD.matcher(object.name().toLowerCase(Locale.ROOT))
            .results()
            .anyMatch(found -> words.contains(found.group()));
  }

  private static Set<String> words(Workspace workspace, RevisionScript script) {
    try {
      String text = Files.readString(workspace.runnable().file(script));
      Set<String> words = new HashSet<>();
      Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
      while (word.find()) {
        words.add(word.group());
      }
      return words;
    } catch (IOException e) {
      throw AutogenException.failed("cannot read the source of " + script.id() + ": " + e, e);
    }
  }
}
