package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.HazardCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each code of a finding has a page, and each page a code. */
class LintPagesTest {

  private static final Path PAGES = Path.of("../docs/lint");

  @Test
  void each_code_has_a_page_that_the_index_names() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      Stream.of("README"), Stream.of(HazardCode.values()).map(HazardCode::name))
                  .toList());
    }
    for (HazardCode code : HazardCode.values()) {
      assertThat(index).contains("[" + code + "](" + code + ".md)");
    }
  }
}
