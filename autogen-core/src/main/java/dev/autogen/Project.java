package dev.autogen;

import dev.autogen.authoring.Acceptance;
import dev.autogen.authoring.AcceptanceAuthor;
import dev.autogen.authoring.AcceptanceRequest;
import dev.autogen.authoring.BaselineAuthor;
import dev.autogen.authoring.ChangedRevisions;
import dev.autogen.authoring.CommittedSqlProof;
import dev.autogen.authoring.HazardLint;
import dev.autogen.authoring.ReplacedRevision;
import dev.autogen.authoring.RevisionAuthor;
import dev.autogen.authoring.RevisionOutcome;
import dev.autogen.authoring.RevisionProof;
import dev.autogen.authoring.RevisionReplacement;
import dev.autogen.authoring.RevisionRequest;
import dev.autogen.authoring.SqlAuthor;
import dev.autogen.authoring.SqlFormat;
import dev.autogen.authoring.SquashAuthor;
import dev.autogen.authoring.SquashRequest;
import dev.autogen.authoring.WrittenMerge;
import dev.autogen.authoring.WrittenRevision;
import dev.autogen.authoring.WrittenSquash;
import dev.autogen.comparison.HistoryComparison;
import dev.autogen.comparison.HistoryDrift;
import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.ProjectComparison;
import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.history.NotUpToDate;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionRange;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.UnmergedHeads;
import dev.autogen.lint.Finding;
import dev.autogen.review.ReviewedRevision;
import dev.autogen.review.RevisionReview;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.Proof;
import dev.autogen.workspace.FoundTables;
import dev.autogen.workspace.OtherMigrations;
import dev.autogen.workspace.ProjectSurroundings;
import dev.autogen.workspace.RevisionNames;
import dev.autogen.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project with entities, committed migrations and a database: what the command line and the Maven
 * plugin work on. It opens the database only when a method needs it.
 */
public final class Project implements AutoCloseable {

  private final Workspace workspace;
  private final RevisionNames names;
  private final ProjectComparison comparison;
  private final RevisionAuthor author;
  private final SquashAuthor squashes;
  private final ProjectRunner runner;

  private Project(Config config, ProjectSurroundings surroundings) {
    workspace = new Workspace(config, surroundings);
    names = new RevisionNames(workspace);
    comparison = new ProjectComparison(workspace);
    author = new RevisionAuthor(workspace, comparison);
    squashes = new SquashAuthor(workspace, names);
    runner = new ProjectRunner(workspace);
  }

  /** Opens the project that the settings describe. */
  public static Project open(Config config, ProjectSurroundings surroundings) {
    return new Project(config, surroundings);
  }

  /** What runs the migrations on the project's database, and records that they ran. */
  public ProjectRunner runner() {
    return runner;
  }

  /** What the entities are compared with, as one word: {@code database} or {@code history}. */
  public String subject() {
    DatabaseUrl url = workspace.config().database().url();
    return url != null && url.isHistory() ? "history" : "database";
  }

  /** The command by which another runner applies the migrations; empty where autogen does. */
  public Optional<String> otherRunner() {
    return workspace.others().map(OtherMigrations::upgradeCommand);
  }

  /** The command that applies a new revision. */
  public String applyCommand() {
    return otherRunner().orElse("autogen upgrade");
  }

  /** The command that brings the database to the end of the history. */
  public String upgradeCommand() {
    return otherRunner()
        .orElseGet(() -> "autogen upgrade" + (history().heads().size() > 1 ? " heads" : ""));
  }

  /** The committed revisions, read without a database. */
  public RevisionGraph history() {
    return workspace.history();
  }

  /**
   * The revisions that a symbol names, parents before children. The database is asked for its
   * revision only for {@code current}, {@code +1} and {@code -1}.
   */
  public List<RevisionScript> revisions(String symbol) {
    return names.revisions(symbol);
  }

  /** The revisions of a range such as {@code ae10:head}, both ends included. */
  public List<RevisionScript> range(String text) {
    return names.range(text);
  }

  /**
   * Makes sure that no branch has several heads.
   *
   * @throws UnmergedHeads if one has
   */
  public void requireMergedHeads() {
    UnmergedHeads.refuse(workspace.history());
  }

  /**
   * What a first look at the project's database finds.
   *
   * @throws AutogenException if it cannot be reached
   */
  public FoundTables foundTables() {
    return FoundTables.in(workspace.database(), workspace.runSettings());
  }

  /**
   * How the database differs from what the history makes at its revisions.
   *
   * @throws AutogenException if autogen does not run the migrations
   */
  public HistoryDrift drift() {
    return new HistoryComparison(workspace).compare();
  }

  /** The revisions that the database's version table names; none at the base. */
  public List<String> current() {
    return workspace.current();
  }

  /** The committed revisions that the database lacks, in the order in which they would run. */
  public List<RevisionScript> pending() {
    return workspace.pending();
  }

  /**
   * Compares the database with the entities. A new database of autogen's own is first upgraded to
   * the committed head, because it can stand for nothing else.
   */
  public ModelDrift compare() {
    return comparison.compare();
  }

  /**
   * Finds the differences that {@link #writeRevision} would write; the database must be at the head
   * of the history.
   *
   * @throws NotUpToDate if committed revisions are pending
   */
  public ModelDrift compareForRevision() {
    return author.compare();
  }

  /**
   * Writes the revision that makes the database match the entities; a database of autogen's own is
   * first upgraded to the committed head.
   *
   * @throws NotUpToDate if committed revisions are pending
   * @throws AutogenException if there are several heads, or the file exists
   */
  public RevisionOutcome writeRevision(RevisionRequest request) {
    if (!request.empty()) {
      workspace.requireEntitiesOfNewProject();
    }
    return workspace.writing(
        () ->
            SqlFormat.of(workspace)
                .map(format -> new SqlAuthor(workspace, author, format).writeRevision(request))
                .orElseGet(() -> author.writeRevision(request)));
  }

  /**
   * The last revision, which {@link #replaceRevision} would replace.
   *
   * @param symbols what names it, such as {@code head}
   * @throws AutogenException if it cannot be replaced
   */
  public ReplacedRevision revisionToReplace(List<String> symbols) {
    workspace.requireOwnRunner("revision --replace");
    return new RevisionReplacement(workspace, author).find(symbols);
  }

  /**
   * Writes the last revision anew, if the database does not have it. If nothing differs without it,
   * its file is only deleted.
   *
   * @param request its place names the revision to replace
   * @param consent whether a file may be replaced that was edited
   * @throws AutogenException if the revision cannot be replaced
   */
  public RevisionOutcome replaceRevision(RevisionRequest request, boolean consent) {
    workspace.requireOwnRunner("revision --replace");
    return workspace.writing(
        () -> new RevisionReplacement(workspace, author).write(request, consent));
  }

  /**
   * Accepts differences of database and entities, so that they are not reported any more.
   *
   * @throws NotUpToDate if committed revisions are pending
   * @throws AutogenException if a glob matches no difference
   */
  public Acceptance accept(AcceptanceRequest request) {
    return workspace.writing(() -> new AcceptanceAuthor(workspace, comparison).accept(request));
  }

  /**
   * Writes a revision without operations that joins branches, and says what the branches both
   * change. If the request says so, both orders of the branches are tried on a throwaway database.
   *
   * @param request the message may be missing; the place names the revisions to join
   * @throws AutogenException if these are not several heads
   */
  public WrittenMerge merge(RevisionRequest request) {
    workspace.requireOwnRunner("merge");
    return workspace.writing(() -> author.merge(request));
  }

  /**
   * Writes one revision that replaces several. Their files stay, so that databases within the range
   * and past it can go on.
   *
   * @throws AutogenException if the revisions do not form a line, or cannot be put into one file
   */
  public WrittenSquash squash(SquashRequest request) {
    workspace.requireOwnRunner("squash");
    return workspace.writing(() -> squashes.write(request));
  }

  /**
   * Deletes the files of the revisions that a squash replaces.
   *
   * @return the files that were deleted
   * @throws AutogenException if the revision is no squash, or the database still needs one of them
   */
  public List<Path> discardReplaced(String squash) {
    workspace.requireOwnRunner("squash");
    return workspace.writing(() -> squashes.discard(squash));
  }

  /**
   * Writes the first revision from what is in the database, and records that the database is at it.
   *
   * @throws AutogenException if there are revisions already, or nothing is in the database
   */
  public WrittenRevision baseline() {
    workspace.requireOwnRunner("init --from-database");
    return workspace.writing(new BaselineAuthor(workspace)::write);
  }

  /** The source file of a revision. */
  public Path file(RevisionScript revision) {
    return workspace.migrations().file(revision);
  }

  /**
   * Proves committed revisions: that each downgrade restores what was there, and that the upgrade
   * can follow again. Each proof starts from what the revision's parents make of an empty database.
   *
   * @param symbol a revision, or a range such as {@code ae10:head}
   * @param withRows whether to fill the tables before each revision, and to check what becomes of
   *     the rows
   * @return the result for each revision, parents before children
   * @throws UnmergedHeads if they end in several heads that are not merged
   */
  public Map<RevisionScript, Proof.Result> prove(String symbol, boolean withRows) {
    List<RevisionScript> revisions =
        RevisionRange.isRange(symbol) ? range(symbol) : revisions(symbol);
    Optional<SqlFormat> sql = SqlFormat.of(workspace);
    if (sql.isPresent()) {
      return new CommittedSqlProof(workspace, sql.get()).of(revisions, withRows);
    }
    UnmergedHeads.refuse(workspace.history(), revisions);
    Map<RevisionScript, Proof.Result> results = new LinkedHashMap<>();
    for (RevisionScript revision : revisions) {
      results.put(
          revision, new RevisionProof(workspace).of(workspace.shadow().get(), revision, withRows));
    }
    return results;
  }

  /**
   * The revisions for {@link #lint}: those that are named, or changed since then, or else those
   * that the database does not have; without those before {@code [lint] since}.
   *
   * @param symbol a revision or a range, or null
   * @param gitReference a commit of the project's repository, or null
   */
  public List<RevisionScript> revisionsToLint(
      @Nullable String symbol, @Nullable String gitReference) {
    if (symbol != null) {
      return RevisionRange.isRange(symbol) ? range(symbol) : revisions(symbol);
    }
    List<RevisionScript> all =
        gitReference == null ? pending() : new ChangedRevisions(workspace).since(gitReference);
    String since = workspace.config().lint().since();
    if (since == null) {
      return all;
    }
    List<RevisionScript> wanted = range(since + ":heads");
    return all.stream().filter(wanted::contains).toList();
  }

  /**
   * Finds what revisions do to those who use the database meanwhile. They run on a throwaway
   * database, on which each statement is measured.
   *
   * @param revisions parents before children
   */
  public List<Finding> lint(List<RevisionScript> revisions) {
    return new HazardLint(workspace).of(revisions);
  }

  /**
   * What a reviewer needs to know of revisions.
   *
   * @param revisions parents before children
   * @throws AutogenException if another tool runs the project's migrations
   */
  public List<ReviewedRevision> review(List<RevisionScript> revisions) {
    workspace.requireOwnRunner("review");
    Map<RevisionScript, Proof.Result> proofs = new LinkedHashMap<>();
    for (RevisionScript revision : revisions) {
      proofs.put(
          revision, new RevisionProof(workspace).of(workspace.shadow().get(), revision, true));
    }
    return new RevisionReview(workspace).of(proofs);
  }

  /** The source that {@link #writeRevision} would write for a difference. */
  public String source(ModelDrift drift) {
    return author.source(drift);
  }

  /**
   * Cancels what runs on the databases, for a command that is interrupted. It may be called from
   * another thread, and again while {@link #isAtWork}. The working thread rolls back what was not
   * committed; a migration that has not been written yet is not written any more.
   */
  public void interrupt() {
    workspace.interruption().interrupt();
  }

  /** Closes the connections of work that {@link #interrupt} does not end. */
  public void abort() {
    workspace.interruption().abort();
  }

  /** Whether there may be something to roll back, or a server of autogen's own to stop. */
  public boolean isAtWork() {
    return workspace.isAtWork();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
