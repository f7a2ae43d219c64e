package dev.autogen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

  private static final RevisionGraph DIAMOND =
      Histories.of("a", "b <- a [left]", "c <- a [right]", "d <- b c", "e <- d");

  private static final RevisionGraph DEPENDENT =
      Histories.of("a", "b <- a", "c <- b", "x [own]", "y <- x (b)");

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }

  private static String order(List<Step> steps) {
    return String.join(" ", steps.stream().map(step -> step.script().id()).toList());
  }

  /** The rows after all steps; each must find the rows that it deletes. */
  private static String rows(List<String> before, List<Step> steps) {
    TreeSet<String> rows = new TreeSet<>(before);
    for (Step step : steps) {
      assertThat(rows).as("rows at " + step).containsAll(step.deleted());
      rows.removeAll(step.deleted());
      step.inserted().forEach(row -> assertThat(rows).as("rows at " + step).doesNotContain(row));
      rows.addAll(step.inserted());
    }
    return String.join(" ", rows);
  }

  @ParameterizedTest
  @CsvSource({
    ", head, a b c d e, e",
    ", b, a b, b",
    ", c, a c, c",
    "b, heads, c d e, e",
    "b c, d, d, d",
    "b, c, c, b c",
    "e, b, '', e",
    "d, +1, e, e",
    ", left@+2, a b c d, d",
  })
  void upgradesThroughABranchAndItsMerge(String from, String to, String order, String rows) {
    List<Step> steps = new Planner(DIAMOND, words(from)).upgrade(to);

    assertThat(order(steps)).isEqualTo(order);
    assertThat(rows(words(from), steps)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "e, -1, e, d",
    "e, d, e, d",
    "e, b, e d, b c",
    "e, a, e d c b, a",
    "e, base, e d c b a, ''",
    "b c, a, c b, a",
    "b c, b@a, b, c",
    "b c, left@-1, b, c",
    "b c, right@base, c, b",
    "b c, b, '', b c",
  })
  void downgradesThroughAMerge(String from, String to, String order, String rows) {
    List<Step> steps = new Planner(DIAMOND, words(from)).downgrade(to);

    assertThat(order(steps)).isEqualTo(order);
    assertThat(rows(words(from), steps)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    ", y, a b x y, y",
    "b, own@head, x y, y",
    "y, c, c, c y",
    ", heads, a b c x y, c y",
  })
  void appliesWhatARevisionDependsOn(String from, String to, String order, String rows) {
    List<Step> steps = new Planner(DEPENDENT, words(from)).upgrade(to);

    assertThat(order(steps)).isEqualTo(order);
    assertThat(rows(words(from), steps)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "y, own@base, y x, b",
    "y c, own@-1, y, c x",
    "y c, a, y c b, a x",
    "y, x, y, b x",
  })
  void undoesWhatDependsOnARevision(String from, String to, String order, String rows) {
    List<Step> steps = new Planner(DEPENDENT, words(from)).downgrade(to);

    assertThat(order(steps)).isEqualTo(order);
    assertThat(rows(words(from), steps)).isEqualTo(rows);
  }

  @Test
  void everyWayUpLeadsBackDown() {
    for (RevisionGraph graph : List.of(DIAMOND, DEPENDENT)) {
      for (RevisionScript target : graph.all()) {
        List<Step> up = new Planner(graph, List.of()).upgrade(target.id());
        List<String> at = words(rows(List.of(), up));
        List<Step> down = new Planner(graph, at).downgrade("base");

        assertThat(rows(at, down)).isEmpty();
        List<String> reversed = new ArrayList<>(words(order(up)));
        Collections.reverse(reversed);
        assertThat(words(order(down))).isEqualTo(reversed);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    ", e, e",
    "a, e, e",
    "e, b, b",
    "b, c, b c",
    "e, base, ''",
    "b c, left@base, c",
    "b, heads, e",
  })
  void stampsRows(String from, String to, String rows) {
    List<String> stamped = new Planner(DIAMOND, words(from)).stamp(List.of(to));

    assertThat(String.join(" ", new TreeSet<>(stamped))).isEqualTo(rows);
  }

  @Test
  void refusesWhatTheDatabaseHasAndTheHistoryLacks() {
    assertThatThrownBy(() -> new Planner(DIAMOND, List.of("gone")))
        .isInstanceOf(UnknownRevision.class)
        .hasMessageContaining("Can't locate revision identified by 'gone'")
        .hasMessageContaining("autogen stamp --purge");
  }

  @Test
  void refusesToGoDownToWhatIsNotApplied() {
    assertThatThrownBy(() -> new Planner(DIAMOND, List.of("b")).downgrade("e"))
        .hasMessageContaining("Revision e is not applied");
  }

  @Test
  void knowsWhatIsPending() {
    Planner planner = new Planner(DIAMOND, List.of("b"));

    assertThat(planner.pending()).extracting(RevisionScript::id).containsExactly("c", "d", "e");
    assertThat(planner.applied()).extracting(RevisionScript::id).containsExactly("a", "b");
    assertThat(new NotUpToDate(planner))
        .hasMessage(
            "Target database is not up to date; pending: c (message of c), d (message of d), e"
                + " (message of e). Run 'autogen upgrade head' first");
  }
}
