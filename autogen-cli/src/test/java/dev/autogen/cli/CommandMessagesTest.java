package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.RecordsInText;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandMessagesTest {

  @Test
  void no_record_is_shown_as_java_prints_it() throws IOException {
    assertThat(RecordsInText.below(Path.of("src/main/java"))).isEmpty();
  }
}
