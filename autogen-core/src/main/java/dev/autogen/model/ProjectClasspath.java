package dev.autogen.model;

import java.nio.file.Path;
import java.util.List;

/**
 * The class path of a project.
 *
 * @param entries everything, in order, the project's own classes first
 * @param ownEntries the project's own classes among them; they exist only once it is compiled
 */
public record ProjectClasspath(List<Path> entries, List<Path> ownEntries) {
  public ProjectClasspath {
    entries = List.copyOf(entries);
    ownEntries = List.copyOf(ownEntries);
  }
}
