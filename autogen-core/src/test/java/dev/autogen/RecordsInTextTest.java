package dev.autogen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.RecordsInText;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RecordsInTextTest {

  /** The text of an operation is hashed there, and read by nobody. */
  private static final String HASHED = "ExecutingOperations.java";

  /** A record's own text, {@code Column[name=id, …]}, tells a reader nothing. */
  @Test
  void no_record_is_shown_as_java_prints_it() throws IOException {
    assertThat(RecordsInText.below(Path.of("src/main/java")))
        .filteredOn(place -> !place.startsWith(HASHED))
        .isEmpty();
  }
}
