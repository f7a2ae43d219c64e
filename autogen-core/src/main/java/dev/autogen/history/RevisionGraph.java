package dev.autogen.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a project and how they follow each other.
 *
 * <p>A revision has two kinds of parents: those that it revises, which form branches, heads and
 * bases, and those that it only depends on. Both must be applied before it.
 *
 * <p>A squash takes the place of the revisions that it replaces, whose files may still exist.
 * {@link #at} and {@link #naming} give the same history with those revisions in place of the
 * squash: for a database that has only some of them, and for a symbol that names one of them.
 */
public final class RevisionGraph {

  private static final Comparator<RevisionScript> AGE =
      Comparator.comparing(RevisionScript::created).thenComparing(RevisionScript::id);

  private final Squashes squashes;
  private final Map<String, RevisionScript> scripts;
  private final Map<String, List<String>> dependsOn;
  private final Map<String, List<String>> children = new HashMap<>();
  private final Map<String, List<String>> dependents = new HashMap<>();
  private volatile @Nullable Map<String, Set<String>> labels;

  private RevisionGraph(
      Squashes squashes, List<RevisionScript> ordered, Map<String, List<String>> dependsOn) {
    this.squashes = squashes;
    this.scripts = new LinkedHashMap<>();
    this.dependsOn = dependsOn;
    for (RevisionScript script : ordered) {
      scripts.put(script.id(), script);
      script.revises().forEach(parent -> add(children, parent, script.id()));
      dependsOn.get(script.id()).forEach(parent -> add(dependents, parent, script.id()));
    }
  }

  private static void add(Map<String, List<String>> map, String key, String value) {
    map.computeIfAbsent(key, ignored -> new ArrayList<>(1)).add(value);
  }

  /**
   * The history that scripts form.
   *
   * @throws BrokenHistory if two have the same id, one follows a missing revision, or they follow
   *     each other in a circle
   */
  public static RevisionGraph of(Collection<RevisionScript> scripts) {
    return of(new Squashes(HistoryCheck.byId(scripts)));
  }

  private static RevisionGraph of(Squashes squashes) {
    Map<String, RevisionScript> byId = squashes.visible();
    Map<String, List<String>> dependsOn = HistoryCheck.parents(byId, squashes);
    List<RevisionScript> ordered = topological(byId, dependsOn);
    HistoryCheck.complete(byId, ordered);
    return new RevisionGraph(squashes, ordered, dependsOn);
  }

  /**
   * The history as a database sees it: a squash is replaced by its revisions if the database has
   * some of them but not all.
   *
   * @param rows the rows of the version table
   * @throws SquashedRevision if the database needs a replaced revision whose file is gone
   */
  public RevisionGraph at(Collection<String> rows) {
    return at(rows, List.of());
  }

  /**
   * The history as a database sees it.
   *
   * @param rows the rows of the version table
   * @param unfinished revisions that were interrupted after a part of them was committed
   * @throws SquashedRevision if the database needs a replaced revision whose file is gone
   */
  public RevisionGraph at(Collection<String> rows, Collection<String> unfinished) {
    Squashes opened = squashes.at(rows, unfinished);
    return opened == squashes ? this : of(opened);
  }

  /**
   * The history that contains the replaced revision that a symbol names, if it names one.
   *
   * @throws SquashedRevision if that revision's file is gone
   */
  public RevisionGraph naming(String symbol) {
    Squashes opened = squashes.naming(symbol);
    return opened == squashes ? this : of(opened);
  }

  /**
   * The revision of this history that a row of the version table means. If the row is the last
   * revision that a squash replaces, it is the squash, and the reverse; otherwise the row itself.
   */
  public String standingFor(String row) {
    return squashes.standingFor(row);
  }

  /** The squash of this history that replaces a revision. */
  public Optional<RevisionScript> replacementOf(String id) {
    return squashes.replacementOf(id);
  }

  /** Parents before children; of two that may come next, the older one first. */
  private static List<RevisionScript> topological(
      Map<String, RevisionScript> byId, Map<String, List<String>> dependsOn) {
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<String>> followers = new HashMap<>();
    PriorityQueue<RevisionScript> ready = new PriorityQueue<>(AGE);
    for (RevisionScript script : byId.values()) {
      Set<String> parents = new LinkedHashSet<>(script.revises());
      parents.addAll(dependsOn.get(script.id()));
      parents.forEach(parent -> add(followers, parent, script.id()));
      missing.put(script.id(), parents.size());
      if (parents.isEmpty()) {
        ready.add(script);
      }
    }
    List<RevisionScript> ordered = new ArrayList<>(byId.size());
    while (!ready.isEmpty()) {
      RevisionScript script = ready.remove();
      ordered.add(script);
      for (String follower : followers.getOrDefault(script.id(), List.of())) {
        if (missing.merge(follower, -1, Integer::sum) == 0) {
          ready.add(byId.get(follower));
        }
      }
    }
    return ordered;
  }

  /** Every revision, parents before children. */
  public List<RevisionScript> all() {
    return List.copyOf(scripts.values());
  }

  /** The revision of that exact id. */
  public Optional<RevisionScript> find(String id) {
    return Optional.ofNullable(scripts.get(id));
  }

  /**
   * The revision of that exact id.
   *
   * @throws UnknownRevision if there is none
   */
  public RevisionScript get(String id) {
    return find(id).orElseThrow(() -> UnknownRevision.typed(id));
  }

  /** Whether there is a revision of that exact id. */
  public boolean contains(String id) {
    return scripts.containsKey(id);
  }

  /** The ends of the branches, oldest first: the revisions that no other revises. */
  public List<RevisionScript> heads() {
    return where(script -> childrenOf(script.id()).isEmpty());
  }

  /**
   * The heads on which no other branch depends; these are the rows of the version table at the
   * head.
   */
  public List<RevisionScript> effectiveHeads() {
    return where(
        script ->
            childrenOf(script.id()).isEmpty()
                && dependents.getOrDefault(script.id(), List.of()).isEmpty());
  }

  /** The symbol for the end of the history: {@code head}, or {@code heads} if it has several. */
  public String end() {
    return heads().size() > 1 ? "heads" : "head";
  }

  /** The beginnings of the history, oldest first: the revisions that revise no other. */
  public List<RevisionScript> bases() {
    return where(RevisionScript::isBase);
  }

  /** The revisions that several others revise. */
  public List<RevisionScript> branchPoints() {
    return where(script -> childrenOf(script.id()).size() > 1);
  }

  private List<RevisionScript> where(Predicate<RevisionScript> condition) {
    return scripts.values().stream().filter(condition).toList();
  }

  /** The revisions that revise this one, oldest first. */
  public List<String> childrenOf(String id) {
    return children.getOrDefault(id, List.of());
  }

  /** The ids of what a revision needs: what it revises, and what it depends on. */
  public Set<String> parentsOf(String id) {
    Set<String> parents = new LinkedHashSet<>(get(id).revises());
    parents.addAll(dependsOn.get(id));
    return parents;
  }

  /** These revisions and everything that they need. */
  public Set<String> withAncestors(Collection<String> ids) {
    return closure(ids, this::parentsOf);
  }

  /** These revisions and everything that needs them. */
  public Set<String> withDescendants(Collection<String> ids) {
    return closure(
        ids,
        id -> {
          List<String> next = new ArrayList<>(childrenOf(id));
          next.addAll(dependents.getOrDefault(id, List.of()));
          return next;
        });
  }

  /** A revision with its ancestors and descendants, without dependencies. */
  public Set<String> lineage(String id) {
    Set<String> lineage = closure(List.of(id), each -> get(each).revises());
    lineage.addAll(closure(List.of(id), this::childrenOf));
    return lineage;
  }

  /** The branch labels of a revision, those that it has from others of its branch included. */
  public Set<String> labelsOf(String id) {
    if (labels == null) {
      labels = BranchLabels.of(this);
    }
    return labels.getOrDefault(id, Collections.emptySet());
  }

  /** The revisions among these, parents before children. */
  public List<RevisionScript> ordered(Set<String> ids) {
    return where(script -> ids.contains(script.id()));
  }

  /** The ids among these that no other of them needs. */
  public List<String> maximal(Collection<String> ids) {
    Set<String> needed = new LinkedHashSet<>();
    ids.forEach(id -> needed.addAll(parentsOf(id)));
    Set<String> below = withAncestors(needed);
    return ids.stream().distinct().filter(id -> !below.contains(id)).toList();
  }

  Set<String> closure(
      Collection<String> from, Function<String, ? extends Collection<String>> next) {
    Set<String> reached = new LinkedHashSet<>(from);
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      for (String id : next.apply(open.remove())) {
        if (reached.add(id)) {
          open.add(id);
        }
      }
    }
    return reached;
  }
}
