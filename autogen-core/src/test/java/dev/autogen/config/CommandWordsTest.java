package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CommandWordsTest {

  @Test
  void quotes_hold_words_together() {
    assertThat(CommandWords.of("a \"b \\\" c\" 'd e'f")).hasValue(List.of("a", "b \" c", "d ef"));
    assertThat(CommandWords.of("a \"b")).isEmpty();
  }

  @Test
  @Tag("attack")
  void a_long_word_is_read() {
    String word = "a".repeat(200_000);

    assertThat(CommandWords.of("\"" + word + "\"")).hasValue(List.of(word));
  }
}
