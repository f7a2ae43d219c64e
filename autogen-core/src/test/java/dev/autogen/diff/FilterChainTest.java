package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterChainTest {

  private static final Operation BILLING = new CreateSchema("billing");
  private static final Operation SALES = new CreateSchema("sales");

  private final List<Operation> asked = new ArrayList<>();
  private final FilterChain chain =
      new FilterChain(
          List.of(
              proposed -> {
                asked.add(proposed);
                return proposed.equals(SALES) ? List.of() : List.of(proposed);
              }));

  @Test
  void aFilterIsAskedOnceAboutAnOperationThatIsProposedAgain() {
    chain.apply(List.of(BILLING));
    FilterChain.Outcome again = chain.apply(List.of(BILLING, SALES));

    assertThat(asked).containsExactly(BILLING, SALES);
    assertThat(again.operations()).containsExactly(BILLING);
    assertThat(again.filtered()).extracting(FilteredOperation::proposed).containsExactly(SALES);
  }

  @Test
  void eachComparisonHearsWhatWasLeftOut() {
    chain.apply(List.of(SALES));

    assertThat(chain.apply(List.of(SALES)).filtered())
        .extracting(FilteredOperation::proposed)
        .containsExactly(SALES);
  }
}
