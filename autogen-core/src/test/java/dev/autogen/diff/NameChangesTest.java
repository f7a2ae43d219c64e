package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Renames of one kind, in an order in which no name is taken twice. */
class NameChangesTest {

  private static List<List<String>> changes(
      Map<String, String> wanted, Set<String> existing, boolean circles) {
    return NameChanges.of(new TreeMap<>(wanted), existing, circles).stream()
        .map(change -> List.of(change.from(), change.to()))
        .toList();
  }

  @Test
  void aChainBeginsAtItsEnd() {
    assertThat(changes(Map.of("a", "b", "b", "c"), Set.of("a", "b"), true))
        .containsExactly(List.of("b", "c"), List.of("a", "b"));
  }

  @Test
  void aCircleGoesByANameThatNothingHas() {
    assertThat(changes(Map.of("a", "b", "b", "a"), Set.of("a", "b", "a_renamed"), true))
        .containsExactly(List.of("a", "a_renamed2"), List.of("b", "a"), List.of("a_renamed2", "b"));
    assertThat(changes(Map.of("a", "b", "b", "a"), Set.of("a", "b"), false)).isEmpty();
  }

  @Test
  void aNameThatIsThereAndStaysIsNotTaken() {
    assertThat(changes(Map.of("a", "b"), Set.of("a", "b"), true)).isEmpty();
    assertThat(changes(Map.of("a", "b", "b", "c"), Set.of("a", "b", "c"), true)).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotRenamed() {
    assertThat(changes(Map.of("a", "b", "x", "y"), Set.of("a"), true))
        .containsExactly(List.of("a", "b"));
  }
}
