package dev.autogen.cli;

import dev.autogen.lint.Finding;

/** A finding as a command by which GitHub puts it beside the line of the file. */
final class GitHubOutput {

  private GitHubOutput() {}

  static String of(Finding finding) {
    String kind =
        switch (finding.level()) {
          case NOTE -> "notice";
          case WARNING -> "warning";
          case ERROR -> "error";
        };
    String safe = finding.rewrite().isEmpty() ? "" : "\nInstead:\n" + finding.rewrite();
    return "::"
        + kind
        + " file="
        + property(finding.file())
        + ",line="
        + finding.line()
        + ",title="
        + property(finding.code() + " " + finding.object())
        + "::"
        + data(finding.message() + safe);
  }

  /** What is wrong with a file as a whole. */
  static String error(String file, String title, String message) {
    return "::error file="
        + property(file)
        + ",line=1,title="
        + property(title)
        + "::"
        + data(message);
  }

  /** Escaped as GitHub's own toolkit escapes what follows the two colons. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
