package dev.autogen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryGraphTest {

  private final List<RevisionScript> scripts = new ArrayList<>();

  private HistoryGraphTest revision(String id, String... revises) {
    String source =
        "/** step %1$s */ @Revision(id = \"%1$s\"%2$s, created = \"2026-01-01T00:00:%3$02dZ\")"
                .formatted(
                    id,
                    revises.length == 0
                        ? ""
                        : ", revises = {\"" + String.join("\", \"", revises) + "\"}",
                    scripts.size())
            + " class M {}";
    scripts.add(SourceHeader.read(source, id).orElseThrow());
    return this;
  }

  private String drawn() {
    RevisionGraph history = RevisionGraph.of(scripts);
    List<RevisionScript> newestFirst = new ArrayList<>(history.all());
    Collections.reverse(newestFirst);
    return HistoryGraph.of(newestFirst, new RevisionText(history, List.of("a")), false).stream()
        .map(row -> (row.drawing() + " " + row.text()).stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void a_line() {
    assertThat(revision("a").revision("b", "a").drawn())
        .isEqualTo(
            """
            * b (head), step b
            * a (current), step a
            """);
  }

  @Test
  void a_branch_that_is_merged() {
    revision("a").revision("b", "a").revision("c", "a").revision("d", "c").revision("e", "b", "d");
    assertThat(revision("f", "e").drawn())
        .isEqualTo(
            """
            * f (head), step f
            * e (mergepoint), step e
            |\\
            | * d, step d
            | * c, step c
            * | b, step b
            |/
            * a (branchpoint, current), step a
            """);
  }

  @Test
  void three_heads_of_one_revision() {
    assertThat(revision("a").revision("b", "a").revision("c", "a").revision("d", "a").drawn())
        .isEqualTo(
            """
            * d (head), step d
            | * c (head), step c
            | | * b (head), step b
            |_|/
            |/
            * a (branchpoint, current), step a
            """);
  }

  @Test
  void histories_of_their_own() {
    assertThat(revision("a").revision("x").revision("b", "a").revision("y", "x").drawn())
        .isEqualTo(
            """
            * y (head), step y
            | * b (head), step b
            * | x, step x
             /
            * a (current), step a
            """);
  }

  @Test
  void a_merge_of_three_beside_another_branch() {
    revision("a").revision("b", "a").revision("c", "a").revision("d", "a").revision("z", "a");
    assertThat(revision("m", "b", "c", "d").drawn())
        .isEqualTo(
            """
            * m (head, mergepoint), step m
            |\\
            | |\\
            | | | * z (head), step z
            | | * | d, step d
            | * | | c, step c
            * | | | b, step b
            |_|_|/
            |_|/
            |/
            * a (branchpoint, current), step a
            """);
  }
}
