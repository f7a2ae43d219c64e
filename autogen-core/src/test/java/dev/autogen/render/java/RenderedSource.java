package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;

/** What every source must be, whatever the migration. */
final class RenderedSource {

  private static final Formatter FORMATTER = new Formatter();

  private RenderedSource() {}

  /** Asserts that the formatter's command line and its plugins leave a source as it is. */
  static void assertFormatted(String source) {
    try {
      String imports = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
      String used = RemoveUnusedImports.removeUnusedImports(imports);
      assertThat(source).isEqualTo(FORMATTER.formatSource(used));
      assertThat(source).isEqualTo(StringWrapper.wrap(used, FORMATTER));
    } catch (FormatterException e) {
      throw new AssertionError(source, e);
    }
  }
}
