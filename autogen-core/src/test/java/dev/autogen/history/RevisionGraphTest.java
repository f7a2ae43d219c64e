package dev.autogen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

  private static List<String> ids(List<RevisionScript> scripts) {
    return scripts.stream().map(RevisionScript::id).toList();
  }

  @Test
  void knowsHeadsBasesAndBranchPoints() {
    RevisionGraph graph = Histories.of("a", "b <- a", "c <- a", "d <- b c", "e <- c", "x");

    assertThat(ids(graph.heads())).containsExactly("d", "e", "x");
    assertThat(ids(graph.bases())).containsExactly("a", "x");
    assertThat(ids(graph.branchPoints())).containsExactly("a", "c");
  }

  @Test
  void aHeadOnWhichAnotherBranchDependsIsNoEffectiveHead() {
    RevisionGraph graph = Histories.of("a", "x (a)");

    assertThat(ids(graph.heads())).containsExactly("a", "x");
    assertThat(ids(graph.effectiveHeads())).containsExactly("x");
  }

  @Test
  void putsParentsFirstWhateverTheOrderOfTheFiles() {
    List<RevisionScript> scripts = new ArrayList<>();
    IntStream.range(0, 500)
        .forEach(i -> scripts.add(Histories.script("r" + i + (i > 0 ? " <- r" + (i - 1) : ""), i)));
    List<String> expected = ids(scripts);
    Collections.shuffle(scripts, new Random(1));

    assertThat(ids(RevisionGraph.of(scripts).all())).isEqualTo(expected);
  }

  @Test
  void isDeepWithoutOverflow() {
    List<RevisionScript> scripts = new ArrayList<>();
    IntStream.range(0, 20_000)
        .forEach(i -> scripts.add(Histories.script("r" + i + (i > 0 ? " <- r" + (i - 1) : ""), 0)));
    RevisionGraph graph = RevisionGraph.of(scripts);

    assertThat(graph.withAncestors(List.of("r19999"))).hasSize(20_000);
    assertThat(new Planner(graph, List.of()).upgrade("head")).hasSize(20_000);
  }

  @Test
  void refusesADuplicateAndNamesBothFiles() {
    assertThatThrownBy(
            () ->
                RevisionGraph.of(List.of(Histories.script("a", 0), Histories.script("a <- b", 1))))
        .isInstanceOf(BrokenHistory.class)
        .hasMessageContaining("Revision a is present more than once: in a.java and in a.java");
  }

  @Test
  void refusesAMissingParent() {
    assertThatThrownBy(() -> Histories.of("b <- gone"))
        .isInstanceOf(BrokenHistory.class)
        .hasMessageStartingWith("b.java revises revision gone, which is not present");
    assertThatThrownBy(() -> Histories.of("b (gone)"))
        .hasMessageStartingWith("b.java depends on revision gone, which is not present");
  }

  @Test
  void refusesACircle() {
    assertThatThrownBy(() -> Histories.of("a", "b <- c", "c <- b", "d <- d"))
        .isInstanceOf(BrokenHistory.class)
        .hasMessageStartingWith(
            "Cycle is detected in revisions: b (b.java), c (c.java), d (d.java)");
  }

  @Test
  void refusesIdsThatSymbolsAreMadeOf() {
    assertThatThrownBy(() -> Histories.of("a-1")).isInstanceOf(BrokenHistory.class);
    assertThatThrownBy(() -> Histories.of("a@head")).isInstanceOf(BrokenHistory.class);
  }

  @Test
  void aLabelCoversItsBranchUpAndDown() {
    RevisionGraph graph =
        Histories.of("a", "b <- a", "c <- b [shop]", "d <- c", "e <- a", "f <- d e");

    assertThat(graph.labelsOf("a")).isEmpty();
    assertThat(graph.labelsOf("b")).containsExactly("shop");
    assertThat(graph.labelsOf("d")).containsExactly("shop");
    assertThat(graph.labelsOf("f")).containsExactly("shop");
    assertThat(graph.labelsOf("e")).isEmpty();
  }
}
