package dev.autogen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class VisibleTest {

  @Test
  void no_character_that_moves_or_hides_is_left() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int type = Character.getType(c);
      boolean hides =
          type == Character.CONTROL && c != '\t'
              || type == Character.FORMAT
              || type == Character.SURROGATE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR;
      if (hides) {
        String shown = Visible.line("a" + Character.toString(c) + "b");
        assertThat(shown).as("U+%04X", c).matches("a\\\\([nr]|u[0-9a-f]{4}|u\\{[0-9a-f]+})b");
      }
    }
    assertThat(Visible.line("\u3164\u034f\ud800x\udc00"))
        .isEqualTo("\\u3164\\u034f\\ud800x\\udc00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain text\twith a tab",
        "äöüß éè",
        "漢字かなカナ",
        "שלום مرحبا",
        "می‌خواهم",
        "क्‍ष",
        "😀 👍🏽 👩‍👩‍👧 👩🏽‍🚀 ❤️ 1️⃣ 🏳️‍🌈",
        "a\u00a0b",
        "e\u0301",
        "[31m",
        "a::b",
        "::",
        "::text",
        "## [x]",
        "#[x]"
      })
  void letters_and_emoji_stay(String text) {
    assertThat(Visible.line(text)).isEqualTo(text);
    assertThat(Visible.lines(text)).isEqualTo(text);
  }

  @Test
  void joiners_between_other_letters_hide_something() {
    assertThat(Visible.line("pass\u200dword \u200c")).isEqualTo("pass\\u200dword \\u200c");
  }

  @Test
  void line_ends_stay_where_lines_are_wanted() {
    assertThat(Visible.lines("a\nb\r\nc\rd\u2028e\n")).isEqualTo("a\nb\nc\\rd\\u2028e\n");
    assertThat(Visible.line("a\nb\r\nc")).isEqualTo("a\\nb\\r\\nc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error::x",
        "  \t::stop-commands::token",
        "\u3000::add-mask::x",
        "::set-output name=a::b",
        "x ##[error]y",
        "##[set-env name=A]b",
        "x##vso[task.setvariable variable=a]b",
        "##teamcity[buildStop]",
        "###[x]",
        "\ufeff::error::x",
        "first\n::error::x"
      })
  void commands_of_build_servers_are_none(String text) {
    for (String line : List.of(Visible.lines(text), Visible.line(text))) {
      assertThat(line.lines())
          .noneMatch(each -> each.strip().startsWith("::"))
          .noneMatch(each -> each.matches(".*##[a-z]*\\[.*"));
    }
  }

  @Test
  void json_means_the_same() {
    assertThat(Visible.json("{\n  \"a\": \"ä\u202e\ud800\u009b##vso[x]\"\n}"))
        .isEqualTo("{\n  \"a\": \"ä\\u202e\\ud800\\u009b#\\u0023vso[x]\"\n}");
  }
}
