package dev.autogen.authoring;

import dev.autogen.history.RevisionScript;
import java.nio.file.Path;

/**
 * The last revision, in whose place another one can be written.
 *
 * @param script the revision
 * @param file its file
 * @param edited whether the file is not what autogen wrote on this machine
 */
public record ReplacedRevision(RevisionScript script, Path file, boolean edited) {

  /** Its identifier, message and file. */
  public String description() {
    return script.id() + " (" + script.message() + ", " + file.getFileName() + ")";
  }
}
