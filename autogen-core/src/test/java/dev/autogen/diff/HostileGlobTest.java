package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What {@code ignore} and {@code include} cost where somebody chose them, and a name, for that. */
@Tag("attack")
class HostileGlobTest {

  private static final QualifiedName NAME = QualifiedName.of("a".repeat(63));

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void many_stars_do_not_hold_a_comparison_up() {
    String glob = "*a*a*a*a*a*a*a*a*b";
    DiffOptions options =
        DiffOptions.everything().withNames(List.of("table:" + glob, glob), List.of(glob, "a*"));
    Selection selection = new Selection(options);

    for (int i = 0; i < 100; i++) {
      assertThat(selection.isCompared(ObjectKind.TABLE, NAME)).isTrue();
      assertThat(selection.isColumnCompared(NAME, NAME.name())).isTrue();
    }
  }
}
