package dev.autogen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.workspace.MigrationSources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Files of a project that keep whoever reads them busy. */
@Tag("attack")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileProjectTest {

  @Test
  void a_source_of_blank_lines_is_read_once() {
    assertThat(MigrationSources.importsForeignClasses("\n".repeat(1_000_000))).isFalse();
    assertThat(MigrationSources.importsForeignClasses("\n\n\t import com.acme.Shop;")).isTrue();
  }
}
