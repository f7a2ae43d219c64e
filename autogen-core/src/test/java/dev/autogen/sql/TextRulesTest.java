package dev.autogen.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.sql.NameRules.Folding;
import dev.autogen.sql.NameRules.Quotes;
import dev.autogen.sql.NameRules.Unit;
import dev.autogen.sql.StringRules.Backslashes;
import dev.autogen.sql.StringRules.Bytes;
import dev.autogen.sql.Token.Kind;
import dev.autogen.testing.PostgreSql;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One lexer reads the SQL of databases that differ in what quotes, escapes and comments. */
class TextRulesTest {

  private static final TextRules MYSQL =
      new TextRules(
          new NameRules(
              List.of(Quotes.BACKTICKS), Folding.NONE, 64, Unit.CHARACTERS, Set.of("lead", "rank")),
          new StringRules(Backslashes.ESCAPE, true, false, Bytes.HEXADECIMAL),
          new CommentRules(false, true, true),
          new ScriptRules(
              Set.of("function", "procedure", "trigger", "event"), List.of("begin"), true));

  private static final TextRules SQLITE =
      new TextRules(
          new NameRules(
              List.of(Quotes.DOUBLE, Quotes.BACKTICKS, Quotes.BRACKETS),
              Folding.NONE,
              0,
              Unit.CHARACTERS,
              Set.of("index")),
          new StringRules(Backslashes.PLAIN, false, false, Bytes.HEXADECIMAL),
          new CommentRules(false, false, false),
          new ScriptRules(Set.of("trigger"), List.of("begin"), false));

  private static final TextRules H2 =
      new TextRules(
          new NameRules(List.of(Quotes.DOUBLE), Folding.UPPER, 256, Unit.CHARACTERS, Set.of("day")),
          new StringRules(Backslashes.PLAIN, false, true, Bytes.HEXADECIMAL),
          new CommentRules(true, false, false),
          new ScriptRules(Set.of(), List.of(), false));

  @Test
  void backslashesEscapeWhereTheDatabaseSaysSo() {
    assertThat(MYSQL.words().of("'it\\'s' = a")).containsExactly("'it\\'s'", "=", "a");
    assertThat(PostgreSql.TEXT.words().of("'it\\' = a")).containsExactly("'it\\'", "=", "a");
    assertThat(PostgreSql.TEXT.words().of("E'it\\'s' = a")).containsExactly("E'it\\'s'", "=", "a");
    assertThat(MYSQL.words().literals("'it\\'s', 'a''b', 'a\\nb', _utf8mb4'c'"))
        .containsExactly("it's", "a'b", "a\nb", "c");
    assertThat(MYSQL.literal("it's \\")).isEqualTo("'it''s \\\\'");
    assertThat(PostgreSql.TEXT.literal("it's \\")).isEqualTo("E'it''s \\\\'");
    assertThat(H2.literal("it's \\")).isEqualTo("'it''s \\'");
  }

  @Test
  void namesStandBetweenTheQuotesOfTheDatabase() {
    assertThat(MYSQL.words().mentions("(`my``column` > \"name\")", "my`column")).isTrue();
    assertThat(MYSQL.words().mentions("(`my``column` > \"name\")", "name")).isFalse();
    assertThat(PostgreSql.TEXT.words().mentions("`name` > 0", "name")).isTrue();
    assertThat(SQLITE.words().names("[a b] > `c` and \"d\" > E")).contains("a b", "c", "d", "E");
    assertThat(PostgreSql.TEXT.words().of("a[1]")).containsExactly("a", "[", "1", "]");
    assertThat(MYSQL.words().renamed("`name` > 0", "name", "rank")).isEqualTo("`rank` > 0");
    assertThat(MYSQL.words().renamed("`name` > 0", "name", "a`b")).isEqualTo("`a``b` > 0");
  }

  @Test
  void namesFoldAsTheDatabaseFoldsThem() {
    assertThat(H2.words().mentions("lower(name)", "NAME")).isTrue();
    assertThat(H2.words().mentions("lower(\"name\")", "NAME")).isFalse();
    assertThat(H2.words().renamed("name > 0", "NAME", "DAY")).isEqualTo("\"DAY\" > 0");
    assertThat(H2.words().renamed("name > 0", "NAME", "TITLE")).isEqualTo("TITLE > 0");
    assertThat(H2.names().written("app", "Title")).isEqualTo("\"app\".\"Title\"");
    assertThat(PostgreSql.TEXT.words().mentions("ÄRGER > 0", "ÄRGER"))
        .as("letters beyond ASCII are not folded")
        .isFalse();
    assertThat(PostgreSql.TEXT.words().mentions("Ärger > 0", "Ärger")).isTrue();
    assertThat(PostgreSql.TEXT.name("Title")).isEqualTo("title");
    assertThat(MYSQL.name("Title")).isEqualTo("Title");
  }

  @Test
  void longNamesAreCutInTheUnitOfTheDatabase() {
    assertThat(PostgreSql.TEXT.name("\"" + "ü".repeat(40) + "\"")).isEqualTo("ü".repeat(31));
    assertThat(MYSQL.name("`" + "ü".repeat(70) + "`")).isEqualTo("ü".repeat(64));
    assertThat(SQLITE.name("a".repeat(1000))).hasSize(1000);
  }

  @Test
  void commentsAreThoseOfTheDatabase() {
    assertThat(MYSQL.words().of("a # it's\n--b -- it's\n+ 1 /* /* it's */ c"))
        .containsExactly("a", "-", "-", "b", "+", "1", "c");
    assertThat(PostgreSql.TEXT.words().of("a # b --c\n+ 1 /* /* it's */ */ d"))
        .containsExactly("a", "#", "b", "+", "1", "d");
    assertThat(SQLITE.words().of("/* /* */ a")).containsExactly("a");
  }

  @Test
  void dollarQuotesAreStringsWhereTheDatabaseHasThem() {
    String sql = "$q$ it's; $$ $q$ || $1";
    assertThat(PostgreSql.TEXT.tokens(sql))
        .extracting(Token::kind)
        .containsExactly(Kind.STRING, Kind.SYMBOL, Kind.SYMBOL, Kind.SYMBOL, Kind.END);
    assertThat(PostgreSql.TEXT.words().of(sql)).last().isEqualTo("$1");
    assertThat(H2.words().of("$$ it's $$")).containsExactly("$$ it's $$");
    assertThat(MYSQL.words().of("a$b + $$")).containsExactly("a$b", "+", "$", "$");
  }

  @Test
  void bytesAreWrittenAsTheDatabaseReadsThem() {
    byte[] bytes = {0, (byte) 0xff};
    assertThat(PostgreSql.TEXT.literalOf(bytes)).isEqualTo("E'\\\\x00ff'");
    assertThat(H2.literalOf(bytes)).isEqualTo("x'00ff'");
    assertThat(H2.literalOf(null)).isEqualTo("null");
    assertThat(H2.literalOf(1.5)).isEqualTo("1.5");
  }

  @Test
  void statementsEndAtADelimiterThatIsSet() {
    assertThat(
            MYSQL.statements(
                """
                create table a (id int);
                delimiter //
                create trigger t before insert on a for each row
                begin
                  set new.id = 1;
                end//
                delimiter ;
                drop table a; # it's gone
                """))
        .hasSize(3)
        .element(1)
        .asString()
        .endsWith("end");
  }

  @Test
  void bodiesHoldSemicolons() {
    String trigger =
        "create trigger t after insert on a begin update a set n = case n when 1 then 2 end;"
            + " delete from b; end";
    assertThat(SQLITE.statements(trigger + "; select 1")).containsExactly(trigger, "select 1");
    String procedure =
        "create procedure p() begin if a then select 1; end if; case a when 1 then select 2; end"
            + " case; end";
    assertThat(MYSQL.statements(procedure + ";select 1")).containsExactly(procedure, "select 1");
    assertThat(MYSQL.statements("begin; select 1; end")).hasSize(3);
  }
}
