package dev.autogen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceHeaderTest {

  private static RevisionScript read(String source) {
    return SourceHeader.read(source, "M.java").orElseThrow();
  }

  @Test
  void readsTheFormThatAutogenWrites() {
    RevisionScript script =
        read(
            """
            package db.migrations;

            import static dev.autogen.migration.Definitions.*;
            import dev.autogen.migration.Revision;

            /**
             * add email_verified
             *
             * <p>Generated from the model; proven on PostgreSQL 18.6.
             */
            @Revision(
                id = "3f2a9c1b7d4e", revises = "ae1027a6acf0", created = "2026-11-20T14:32:07Z")
            public final class M202611201432_3f2a9c1b7d4e_add_email_verified implements Migration {
            }
            """);

    assertThat(script)
        .isEqualTo(
            new RevisionScript(
                "3f2a9c1b7d4e",
                List.of("ae1027a6acf0"),
                List.of(),
                List.of(),
                "2026-11-20T14:32:07Z",
                "add email_verified",
                "db.migrations.M202611201432_3f2a9c1b7d4e_add_email_verified",
                "M.java"));
  }

  @Test
  void readsArraysInAnyLayout() {
    RevisionScript script =
        read(
            "@Revision(id=\"m\",revises={\"a\" , // one\n \"b\",},\n branchLabels = {},"
                + "dependsOn = /* two */ {\"c\"}) class M {}");

    assertThat(script.revises()).containsExactly("a", "b");
    assertThat(script.branchLabels()).isEmpty();
    assertThat(script.dependsOn()).containsExactly("c");
    assertThat(script.isMerge()).isTrue();
    assertThat(script.className()).isEqualTo("M");
  }

  @Test
  void readsConcatenatedAndEscapedLiterals() {
    assertThat(read("@Revision(id = \"a\" + \"\\u0062\" + \"c\") class M {}").id())
        .isEqualTo("abc");
  }

  @Test
  void isNotFooledByCommentsAndStrings() {
    RevisionScript script =
        read(
            """
            /* package wrong; @Revision(id = "wrong") class Wrong */
            package right;
            // @Revision(id = "wrong")
            @SuppressWarnings("class Wrong { @Revision(id = \\"x\\") }")
            @Other(value = {@Inner("("), @Inner(')')})
            @dev.autogen.migration.Revision(id = "right")
            public @Deprecated final class Right { @Revision(id = "wrong") class Inner {} }
            """);

    assertThat(script.id()).isEqualTo("right");
    assertThat(script.className()).isEqualTo("right.Right");
  }

  @Test
  void takesTheMessageBackToWhatWasTyped() {
    assertThat(
            read("/** a &lt;b&gt; &amp;amp; &#42;/ &#64;link &#92;u0041 &quot;x&quot; &#128512; &none; */"
                    + " @Revision(id = \"a\") class M {}")
                .message())
        .isEqualTo("a <b> &amp; */ @link \\u0041 \"x\" 😀 &none;");
  }

  @Test
  void joinsTheLinesOfTheFirstParagraph() {
    assertThat(
            read("/**\n * one\n * two\n *\n * <p>three\n */ @Revision(id = \"a\") class M {}")
                .message())
        .isEqualTo("one two");
  }

  @Test
  void takesTheMessageFromTheNameWhereThereIsNoComment() {
    assertThat(
            read("/** Licence. */ package p; @Revision(id = \"a\") class M202611201432_a_add_email {}")
                .message())
        .isEqualTo("add email");
  }

  @Test
  void passesBySourcesWithoutRevision() {
    assertThat(SourceHeader.read("package p; class Helper { Revision r; }", "H.java")).isEmpty();
  }

  @Test
  void namesFileAndLineOfAMemberThatIsNoLiteral() {
    assertThatThrownBy(() -> SourceHeader.read("\n@Revision(id = ID) class M {}", "dir/M.java"))
        .isInstanceOf(BrokenHistory.class)
        .hasMessage("dir/M.java:2: @Revision takes string literals alone, not ID");
    assertThatThrownBy(() -> SourceHeader.read("@Revision class M {}", "M.java"))
        .hasMessageContaining("@Revision of M has no id");
  }

  @Test
  void readsWindowsLineEndsAndByteOrderMark() {
    RevisionScript script =
        read(
            "\uFEFFpackage p;\r\n/**\r\n * hello\r\n * world\r\n */\r\n@Revision(id = \"a\")\r\nclass M {}");

    assertThat(script.message()).isEqualTo("hello world");
    assertThat(script.className()).isEqualTo("p.M");
  }
}
