package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Sources that keep {@code init} busy, which looks for entities among them. */
@Tag("attack")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileSourcesTest {

  @TempDir Path directory;

  @Test
  void sources_of_blank_lines_are_read_once() throws Exception {
    Files.writeString(directory.resolve("A.java"), "\n".repeat(1_000_000));
    Files.writeString(directory.resolve("B.java"), "package com.acme;\n\n  @Entity class B {}");

    assertThat(EntityPackages.below(directory)).containsExactly("com.acme");
  }
}
