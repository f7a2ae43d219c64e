package dev.autogen.render.java;

import dev.autogen.operation.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A migration to be written as Java source.
 *
 * @param packageName the package, empty for the unnamed one
 * @param className the simple name of the class; {@link FileTemplate#className} makes one
 * @param message what the author says about it; its blanks and newlines are written as one blank
 * @param id the revision's identifier
 * @param revises the revisions that it follows: none for a base, several for a merge
 * @param created when it was made, written in UTC to the second
 * @param branchLabels names for the branch that starts here
 * @param dependsOn revisions of other branches that must have been applied before
 * @param replaces the revisions that it replaces; none unless it is a squash
 * @param baseline whether it makes what was in the database before autogen
 * @param upgrade what it does, in order
 * @param downgrade what undoes it, in order
 * @param irreversible why it cannot be undone, or null; then {@code downgrade} is not written
 * @param alternatives what may be meant instead of a drop and an addition
 * @param remarks sentences that stand as comments above operations of {@code upgrade}
 * @param portable the same for several kinds of database, if it names them
 * @param note a second paragraph of the Javadoc, such as what was proven; empty for none
 */
public record MigrationFile(
    String packageName,
    String className,
    String message,
    String id,
    List<String> revises,
    Instant created,
    List<String> branchLabels,
    List<String> dependsOn,
    List<String> replaces,
    boolean baseline,
    List<Operation> upgrade,
    List<Operation> downgrade,
    @Nullable String irreversible,
    List<Alternative> alternatives,
    Map<Operation, String> remarks,
    PortableSteps portable,
    String note) {

  public MigrationFile {
    Objects.requireNonNull(packageName, "packageName");
    Objects.requireNonNull(className, "className");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(note, "note");
    revises = List.copyOf(revises);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
    replaces = List.copyOf(replaces);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    alternatives = List.copyOf(alternatives);
    remarks = Map.copyOf(remarks);
  }

  /** A migration without alternatives and remarks. */
  public MigrationFile(
      String packageName,
      String className,
      String message,
      String id,
      List<String> revises,
      Instant created,
      List<String> branchLabels,
      List<String> dependsOn,
      List<String> replaces,
      List<Operation> upgrade,
      List<Operation> downgrade,
      @Nullable String irreversible,
      String note) {
    this(
        packageName,
        className,
        message,
        id,
        revises,
        created,
        branchLabels,
        dependsOn,
        replaces,
        false,
        upgrade,
        downgrade,
        irreversible,
        List.of(),
        Map.of(),
        PortableSteps.NONE,
        note);
  }

  /** A migration that replaces no other. */
  public MigrationFile(
      String packageName,
      String className,
      String message,
      String id,
      List<String> revises,
      Instant created,
      List<String> branchLabels,
      List<String> dependsOn,
      List<Operation> upgrade,
      List<Operation> downgrade,
      @Nullable String irreversible,
      String note) {
    this(
        packageName,
        className,
        message,
        id,
        revises,
        created,
        branchLabels,
        dependsOn,
        List.of(),
        upgrade,
        downgrade,
        irreversible,
        note);
  }

  /** The name of the file within the directory of migrations. */
  public String fileName() {
    return className + ".java";
  }

  /** The same migration that does the same by other operations. */
  public MigrationFile withOperations(
      List<Operation> otherUpgrade, List<Operation> otherDowngrade) {
    return new MigrationFile(
        packageName,
        className,
        message,
        id,
        revises,
        created,
        branchLabels,
        dependsOn,
        replaces,
        baseline,
        otherUpgrade,
        otherDowngrade,
        irreversible,
        alternatives,
        remarks,
        portable,
        note);
  }

  /** The same migration with another note, for example after a proof. */
  public MigrationFile withNote(String other) {
    return with(baseline, alternatives, remarks, portable, other);
  }

  /** The same migration as a baseline, or as none. */
  public MigrationFile asBaseline(boolean is) {
    return with(is, alternatives, remarks, portable, note);
  }

  /** The same migration with alternatives. */
  public MigrationFile withAlternatives(List<Alternative> others) {
    return with(baseline, others, remarks, portable, note);
  }

  /** The same migration with sentences above operations. */
  public MigrationFile withRemarks(Map<Operation, String> others) {
    return with(baseline, alternatives, others, portable, note);
  }

  /** The same migration, which names the kinds of database that it is written for. */
  public MigrationFile forDialects(List<String> dialects) {
    PortableSteps named = new PortableSteps(dialects, List.of(), List.of());
    return with(baseline, alternatives, remarks, named, note);
  }

  /** The same migration for several kinds of database. */
  public MigrationFile withPortable(PortableSteps steps) {
    return new MigrationFile(
        packageName,
        className,
        message,
        id,
        revises,
        created,
        branchLabels,
        dependsOn,
        replaces,
        baseline,
        PortableSteps.operations(steps.upgrade()),
        PortableSteps.operations(steps.downgrade()),
        irreversible,
        alternatives,
        remarks,
        steps,
        note);
  }

  private MigrationFile with(
      boolean isBaseline,
      List<Alternative> otherAlternatives,
      Map<Operation, String> otherRemarks,
      PortableSteps steps,
      String otherNote) {
    return new MigrationFile(
        packageName,
        className,
        message,
        id,
        revises,
        created,
        branchLabels,
        dependsOn,
        replaces,
        isBaseline,
        upgrade,
        downgrade,
        irreversible,
        otherAlternatives,
        otherRemarks,
        steps,
        otherNote);
  }
}
