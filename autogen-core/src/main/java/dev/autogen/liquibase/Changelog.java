package dev.autogen.liquibase;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The changesets of a project, in the order in which Liquibase runs them. */
public final class Changelog {

  private final List<Changeset> all;
  private final String settings;
  private final Map<String, Changeset> byName = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  Changelog(List<Changeset> all, String settings) {
    this.all = List.copyOf(all);
    this.settings = settings;
    List<Changeset> run = all.stream().filter(Changeset::applies).toList();
    for (Changeset each : run) {
      String name = name(each, run);
      byName.put(name, each);
      names.put(each.identity(), name);
    }
  }

  /** The shortest name that no other changeset has: its id, with its file or author if needed. */
  private static String name(Changeset changeset, List<Changeset> all) {
    List<Function<Changeset, String>> forms =
        List.of(
            each -> Changeset.symbol(each.id()),
            each -> Changeset.symbol(each.fileName() + "/" + each.id()),
            each -> Changeset.symbol(each.fileName() + "/" + each.author() + "/" + each.id()));
    return forms.stream()
        .filter(form -> all.stream().map(form).filter(form.apply(changeset)::equals).count() == 1)
        .findFirst()
        .orElse(each -> Changeset.symbol(each.identity()))
        .apply(changeset);
  }

  /** All changesets, with those that do not run here. */
  public List<Changeset> all() {
    return all;
  }

  /** The changesets that run, by their names as revisions. */
  public Map<String, Changeset> byName() {
    return Map.copyOf(byName);
  }

  /** The names of the changesets that run, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The name of a changeset that runs, by Liquibase's identity. */
  public String name(String identity) {
    return names.getOrDefault(identity, Changeset.symbol(identity));
  }

  /** A changeset as a revision behind another. */
  public RevisionScript script(String name, List<String> revises) {
    Changeset changeset = byName.get(name);
    if (changeset == null) {
      return new RevisionScript(name, revises, List.of(), List.of(), "", name, name, name);
    }
    return new RevisionScript(
        name,
        revises,
        List.of(),
        List.of(),
        "",
        changeset.title(),
        changeset.file(),
        changeset.file());
  }

  /** The changesets as a history: each follows the one before it. */
  public RevisionGraph history() {
    List<RevisionScript> scripts = new ArrayList<>();
    for (String name : byName.keySet()) {
      scripts.add(
          script(
              name, scripts.isEmpty() ? List.of() : List.of(scripts.get(scripts.size() - 1).id())));
    }
    return RevisionGraph.of(scripts);
  }

  /**
   * Keys of what the changesets make of an empty database, up to one of them, the last first.
   *
   * @param count how many changesets
   */
  public List<String> keys(int count) {
    String key = Sha256.of("liquibase " + settings);
    List<String> keys = new ArrayList<>(List.of(key));
    for (String name : names().subList(0, count)) {
      Changeset each = byName.get(name);
      key = Sha256.of(key + '\n' + each.identity() + '\n' + each.fingerprint());
      keys.add(0, key);
    }
    return keys;
  }
}
