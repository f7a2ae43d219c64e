package dev.autogen.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A file is added to a changelog as the one before it is listed. */
class ListedFileTest {

  private static String behind(String name, String text) {
    return new ListedFile(name, text).behind("001-users.xml", "002-add.sql").orElse("not listed");
  }

  @Test
  void xmlKeepsFolderIndentAndWhatFollows() {
    assertThat(
            behind(
                "master.xml",
                """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                \t<include file="config/liquibase/changelog/001-users.xml" relativeToChangelogFile="false"/>
                \t<!-- needle -->
                </databaseChangeLog>
                """))
        .isEqualTo(
            """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
            \t<include file="config/liquibase/changelog/001-users.xml" relativeToChangelogFile="false"/>
            \t<include file="config/liquibase/changelog/002-add.sql"/>
            \t<!-- needle -->
            </databaseChangeLog>
            """);
  }

  @Test
  void xmlWithContextOnSeveralLines() {
    assertThat(
            behind(
                "master.xml",
                """
                <databaseChangeLog>
                  <include
                      relativeToChangelogFile="true"
                      file='001-users.xml' context="test"></include>
                </databaseChangeLog>
                """))
        .isEqualTo(
            """
            <databaseChangeLog>
              <include
                  relativeToChangelogFile="true"
                  file='001-users.xml' context="test"></include>
              <include file="002-add.sql" relativeToChangelogFile="true"/>
            </databaseChangeLog>
            """);
  }

  @Test
  void yamlInTheMiddleAndAtTheEndWithoutALineEnd() {
    String include = "- include:\n    file: \"db/001-users.xml\"";
    assertThat(behind("master.yml", "databaseChangeLog:\n" + include))
        .isEqualTo("databaseChangeLog:\n" + include + "\n- include:\n    file: db/002-add.sql");
    assertThat(
            behind(
                "master.yaml",
                """
                databaseChangeLog:
                  - property:
                      name: x
                      value: y
                  - include:
                      relativeToChangelogFile: true
                      file: 001-users.xml

                  - include:
                      file: seeds.sql
                """))
        .isEqualTo(
            """
            databaseChangeLog:
              - property:
                  name: x
                  value: y
              - include:
                  relativeToChangelogFile: true
                  file: 001-users.xml
              - include:
                  file: 002-add.sql
                  relativeToChangelogFile: true

              - include:
                  file: seeds.sql
            """);
  }

  @Test
  void json() {
    assertThat(
            behind(
                "master.json",
                """
                { "databaseChangeLog": [
                    { "include": { "file": "a/001-users.xml", "relativeToChangelogFile": true } }
                ] }
                """))
        .isEqualTo(
            """
            { "databaseChangeLog": [
                { "include": { "file": "a/001-users.xml", "relativeToChangelogFile": true } },
                { "include": { "file": "a/002-add.sql", "relativeToChangelogFile": true } }
            ] }
            """);
  }

  @Test
  void aFolderIsNotAList() {
    assertThat(
            behind("master.xml", "<databaseChangeLog><includeAll path=\"a\"/></databaseChangeLog>"))
        .isEqualTo("not listed");
    assertThat(behind("master.xml", "<include file=\"other-001-users.xml\"/>"))
        .isEqualTo("not listed");
  }

  @Test
  void theFirstFileOfAChangelogComesAtItsEnd() {
    assertThat(
            new ListedFile("a.xml", "<databaseChangeLog>\n</databaseChangeLog>\n")
                .atTheEnd("1.sql"))
        .hasValue(
            "<databaseChangeLog>\n"
                + "    <include file=\"1.sql\" relativeToChangelogFile=\"true\"/>\n"
                + "</databaseChangeLog>\n");
    assertThat(new ListedFile("a.yaml", "databaseChangeLog: []\n").atTheEnd("1.sql"))
        .hasValue(
            "databaseChangeLog:\n  - include:\n      file: 1.sql\n      relativeToChangelogFile: true\n");
    assertThat(new ListedFile("a.json", "{\"databaseChangeLog\": []}").atTheEnd("1.sql"))
        .hasValue(
            "{\"databaseChangeLog\": [\n"
                + "    { \"include\": { \"file\": \"1.sql\", \"relativeToChangelogFile\": true } }\n"
                + "  ]}");
  }
}
