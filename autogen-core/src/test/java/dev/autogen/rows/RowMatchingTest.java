package dev.autogen.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which row after a migration a row before it became. */
class RowMatchingTest {

  private static final List<Integer> NO_KEY = List.of();

  private static List<String> row(String... values) {
    return Arrays.asList(values);
  }

  private static int[] match(
      List<List<String>> before, List<List<String>> after, List<Integer> key) {
    return RowMatching.of(before, after, new boolean[before.get(0).size()], key);
  }

  @Test
  void aRowIsFoundByItsKeyWhateverElseChanged() {
    List<List<String>> before = List.of(row("1", "a", "x"), row("2", "b", "y"));
    List<List<String>> after = List.of(row("2", "a", "x"), row("1", "b", "y"));

    assertThat(match(before, after, List.of(0))).containsExactly(1, 0);
  }

  @Test
  void withoutAKeyItIsFoundByItsValues() {
    List<List<String>> before = List.of(row("1", "a", "x"), row("2", "b", "y"));
    List<List<String>> after = List.of(row("2", "a", "x"), row("1", "b", "y"));

    assertThat(match(before, after, NO_KEY)).containsExactly(0, 1);
  }

  @Test
  void aKeyOfSeveralColumnsCountsAsAWhole() {
    List<List<String>> before = List.of(row("1", "1", "a"), row("1", "2", "b"));
    List<List<String>> after = List.of(row("1", "2", "a"), row("1", "1", "b"));

    assertThat(match(before, after, List.of(0, 1))).containsExactly(1, 0);
  }

  @Test
  void equalRowsAreMatchedOneByOne() {
    List<List<String>> before = List.of(row("a"), row("a"), row("b"));

    assertThat(match(before, List.of(row("b"), row("a")), NO_KEY)).containsExactly(1, -1, 0);
  }

  @Test
  void aRowWhoseKeyIsGoneIsFoundByTheRest() {
    List<List<String>> before = List.of(row("1", "a", "x"), row("2", "b", "y"));
    List<List<String>> after = List.of(row("1", "a", "x"), row("7", "b", "y"));

    assertThat(match(before, after, List.of(0))).containsExactly(0, 1);
  }

  @Test
  void theLikestRowIsTaken() {
    List<List<String>> before = List.of(row("a", "b", "c", "d"), row("e", "f", "g", "h"));
    List<List<String>> after = List.of(row("e", "f", "c", "x"), row("e", "b", "c", "d"));

    assertThat(match(before, after, NO_KEY)).containsExactly(1, 0);
  }

  @Test
  void aNewRowDoesNotPassForOneThatIsGone() {
    List<List<String>> before = List.of(row("a", "b", "c"), row("d", "e", "f"));

    assertThat(match(before, List.of(row("x", "y", "c")), NO_KEY)).containsExactly(-1, -1);
    assertThat(match(before, List.of(row("x", "b", "c")), NO_KEY)).containsExactly(0, -1);
  }

  @Test
  void whereThereAreAsManyRowsEachBecameOne() {
    List<List<String>> before = List.of(row("a", "b", "c"));

    assertThat(match(before, List.of(row("x", "y", "z")), NO_KEY)).containsExactly(0);
  }

  @Test
  void nullIsAValueOfItsOwn() {
    List<List<String>> before = List.of(row(null, "a"), row("null", "b"));
    List<List<String>> after = List.of(row("null", "b"), row(null, "a"));

    assertThat(match(before, after, NO_KEY)).containsExactly(1, 0);
    assertThat(RowMatching.same(null, "null", true)).isFalse();
    assertThat(RowMatching.same(null, null, false)).isTrue();
  }

  @Test
  void aColumnOfAnotherTypeMaySpellItsValuesAnew() {
    assertThat(RowMatching.same("t", "1", true)).isTrue();
    assertThat(RowMatching.same("N", "false", true)).isTrue();
    assertThat(RowMatching.same("1.50", "1.5", true)).isTrue();
    assertThat(RowMatching.same("1e3", "1000", true)).isTrue();
    assertThat(RowMatching.same("-0.0", "0", true)).isTrue();
    assertThat(RowMatching.same("1", "2", true)).isFalse();
    assertThat(RowMatching.same("abc", "ABC", true)).isFalse();
    assertThat(RowMatching.same("1.50", "1.5", false)).isFalse();
    assertThat(RowMatching.same("9".repeat(500), "9".repeat(500) + ".0", true)).isFalse();
  }

  @Test
  void aKeyOfAnotherTypeMaySpellItsValuesAnewToo() {
    int[] matches =
        RowMatching.of(
            List.of(row("1", "a"), row("2", "b")),
            List.of(row("2.0", "a"), row("1.0", "b")),
            new boolean[] {true, false},
            List.of(0));

    assertThat(matches).containsExactly(1, 0);
  }

  @Test
  void manyUnlikeRowsAreMatchedInTheirOrder() {
    List<List<String>> before = IntStream.range(0, 1001).mapToObj(i -> row("before " + i)).toList();
    List<List<String>> after = IntStream.range(0, 1000).mapToObj(i -> row("after " + i)).toList();

    int[] matches = match(before, after, NO_KEY);

    assertThat(matches).startsWith(0, 1, 2).endsWith(999, -1).doesNotHaveDuplicates();
  }

  @Test
  void noRowsMatchNothing() {
    assertThat(RowMatching.of(List.of(), List.of(row("a")), new boolean[1], NO_KEY)).isEmpty();
    assertThat(match(Collections.singletonList(row("a")), List.of(), NO_KEY)).containsExactly(-1);
  }
}
