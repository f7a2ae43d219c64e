package dev.autogen.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayFolderTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '', 20261126170405
          V1__a.sql, 2
          V9__a.sql V10__b.sql, 11
          V001__a.sql V002__b.sql, 003
          V1.9__a.sql, 1.10
          V1_2_3__a.sql V1_2_10__b.sql, 1_2_11
          V20240101120000__a.sql, 20261126170405
          V202401011200__a.sql, 202611261704
          V2024_01_01_1200__a.sql, 2026_11_26_1704
          V20240101__a.sql, 20261126
          V20261126__a.sql, 20261127
          V2024.01.01.120000__a.sql, 2026.11.26.170405
          V20991231235959__a.sql, 20991231235960
          R__view.sql V3__a.sql U3__a.sql, 4
          """)
  void theNextVersionIsNumberedLikeTheLast(String files, String next) throws IOException {
    for (String file : files.split(" ")) {
      if (!file.isEmpty()) {
        Files.writeString(directory.resolve(file), "select 1;");
      }
    }

    FlywayFolder folder = new FlywayFolder(List.of(directory), FlywayNames.of(Map.of()));

    assertThat(folder.nextVersion(Instant.parse("2026-11-26T17:04:05Z"), ZoneOffset.UTC))
        .isEqualTo(next);
  }
}
