package dev.autogen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionSymbolsTest {

  private static final RevisionGraph LINEAR =
      Histories.of("ae10", "ae27 <- ae10", "b3 <- ae27", "c4 <- b3", "d5 <- c4");

  /** Two branches from a1, labelled; and a base of its own. */
  private static final RevisionGraph BRANCHED =
      Histories.of(
          "a1",
          "b1 <- a1 [shop]",
          "b2 <- b1",
          "c1 <- a1 [mail]",
          "c2 <- c1",
          "x1 [own]",
          "x2 <- x1");

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "head, d5",
    "heads, d5",
    "base,",
    "current, b3",
    "ae10, ae10",
    "ae2, ae27",
    "b, b3",
    "+1, c4",
    "+2, d5",
    "-1, ae27",
    "-2, ae10",
    "-3,",
    "ae10+2, b3",
    "ae1+1, ae27",
    "d5-1, c4",
    "head-2, b3",
    "current+1, c4",
    "base+2, ae27",
    "ae10-1,",
    "ae10@head, d5",
  })
  void namesRevisionsOfALinearHistory(String symbol, String expected) {
    assertThat(new RevisionSymbols(LINEAR, List.of("b3")).all(symbol)).isEqualTo(words(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "heads, b2 c2 x2",
    "shop@head, b2",
    "mail@head, c2",
    "own@heads, x2",
    "b1@head, b2",
    "a1@heads, b2 c2",
    "shop, b1",
    "shop+1, b2",
    "shop@+1, b2",
    "mail@+1, c1",
    "mail@+2, c2",
    "own@+1, x1",
    "own@base,",
    "shop@-1, a1",
    "shop@current, b1",
    "current, b1",
  })
  void namesRevisionsOfBranches(String symbol, String expected) {
    assertThat(new RevisionSymbols(BRANCHED, List.of("b1")).all(symbol)).isEqualTo(words(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "xyz | Can't locate revision identified by 'xyz'; run 'autogen history'",
        "ae | Multiple revisions start with 'ae': ae10, ae27; be more specific",
        "+3 | Relative revision +3 didn't produce 3 migrations",
        "-4 | Relative revision -4 didn't produce 4 migrations",
        "nobody@head | Can't locate revision identified by 'nobody'",
        "b3@ | Can't locate revision identified by 'b3@'",
        "'' | Can't locate revision identified by ''",
      })
  void saysWhatIsWrongWithASymbol(String symbol, String message) {
    assertThatThrownBy(() -> new RevisionSymbols(LINEAR, List.of("b3")).all(symbol))
        .hasMessageStartingWith(message);
  }

  /** Below a merge there are several, of which a branch has one. */
  @ParameterizedTest
  @CsvSource({"shop@m-1, b1", "mail@m-1, c1", "shop@-1, b1", "mail@m-2, a1"})
  void walksThroughAMergeOnOneOfItsBranches(String symbol, String expected) {
    RevisionGraph merged = Histories.of("a1", "b1 <- a1 [shop]", "c1 <- a1 [mail]", "m <- b1 c1");

    assertThat(new RevisionSymbols(merged, List.of("m")).all(symbol)).isEqualTo(words(expected));
  }

  @Test
  void aWalkThroughAMergeWithoutABranchIsAmbiguous() {
    RevisionGraph merged = Histories.of("a1", "b1 <- a1 [shop]", "c1 <- a1 [mail]", "m <- b1 c1");

    assertThatThrownBy(() -> new RevisionSymbols(merged, List.of("m")).all("m-1"))
        .isInstanceOf(AmbiguousRevision.class)
        .hasMessageContaining("from m: b1, c1");
  }

  @Test
  void severalHeadsAreNoHead() {
    assertThatThrownBy(() -> new RevisionSymbols(BRANCHED, List.of()).all("head"))
        .isInstanceOfSatisfying(
            MultipleHeads.class, e -> assertThat(e.heads()).containsExactly("b2", "c2", "x2"))
        .hasMessageContaining("Multiple head revisions are present for given argument 'head'")
        .hasMessageContaining("autogen merge heads");
  }

  @Test
  void anAmbiguousWalkNamesTheWays() {
    RevisionSymbols symbols = new RevisionSymbols(BRANCHED, List.of("b1", "c1"));

    assertThatThrownBy(() -> symbols.all("-1"))
        .isInstanceOf(AmbiguousRevision.class)
        .hasMessageContaining("b1, c1");
    assertThatThrownBy(() -> symbols.all("a1+1"))
        .isInstanceOf(AmbiguousRevision.class)
        .hasMessageContaining("from a1: b1, c1");
  }

  @Test
  void aRevisionOfAnotherBranchIsNoMember() {
    assertThatThrownBy(() -> new RevisionSymbols(BRANCHED, List.of()).all("shop@c2"))
        .hasMessageContaining("Revision c2 is not a member of branch 'shop'");
  }

  @ParameterizedTest
  @CsvSource({
    "a:b, a, b",
    "a:, a, heads",
    ":b, base, b",
    "-3:current, -3, current",
    ":, base, heads"
  })
  void takesRangesApart(String text, String start, String end) {
    assertThat(RevisionRange.parse(text)).isEqualTo(new RevisionRange(start, end));
  }
}
