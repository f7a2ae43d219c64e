package dev.autogen.liquibase;

import java.util.List;

/**
 * A changeset as Liquibase reads it.
 *
 * @param id its id, which other files may use again
 * @param file the changelog that holds it, under the name by which Liquibase found it
 * @param parents the changelogs that include that one, the nearest first
 * @param title what it does, in a few words
 * @param applies whether contexts, labels and database let it run
 * @param always whether it runs at each update
 * @param fingerprint changes with what it does
 */
public record Changeset(
    String id,
    String author,
    String file,
    List<String> parents,
    String title,
    boolean applies,
    boolean always,
    String fingerprint) {

  public Changeset {
    parents = List.copyOf(parents);
  }

  /**
   * A name without what symbols of revisions are made of, such as the hyphen of {@code head-1}.
   *
   * @param name an id of Liquibase, or several with slashes between them
   */
  public static String symbol(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}\\p{M}_./=,%]", "_");
  }

  /** The name of its file without folders. */
  public String fileName() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** Liquibase's own identity of it. */
  public String identity() {
    return file + "::" + id + "::" + author;
  }
}
