package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.time.Instant;
import java.time.ZoneId;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTemplateTest {

  private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "M{year}{month}{day}{hour}{minute}_{rev}_{slug} | M202601020304_3f2a9c1b7d4e_add_email",
        "{slug}                                        | add_email",
        "{rev}                                         | M3f2a9c1b7d4e",
        "{year}-{month}-{day} {slug}                   | M2026_01_02_add_email",
        "V{epoch}__{slug}_{second}                     | V1767323045__add_email_05"
      })
  void tokensBecomeAnIdentifier(String pattern, String className) {
    assertThat(FileTemplate.of(pattern).className("3f2a9c1b7d4e", "Add email!", CREATED))
        .isEqualTo(className);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Überprüfung der E-Mail     | uberprufung_der_e_mail",
        "日本語                      | ''",
        "Größe ändern               | grosse_andern",
        "ẞ, Æther, œuvre, øre, Łódź  | ss_aether_oeuvre_ore_lodz",
        "đường þing ıİ ŋ            | duong_thing_ii_ng",
        "Добавить адрес съезда      | dobavit_adres_sezda",
        "Ёлка, йод, Україна, ґанок  | yolka_yod_ukrayina_ganok",
        "Προσθήκη ψηφίου            | prosthiki_psifioy",
        "ﬁne Ⅳ ② ｗｉｄｅ              | fine_iv_2_wide",
        "a message that is much longer than forty characters | a_message_that_is_much_longer_than_forty",
        "a message that is much longer than fortyfour         | a_message_that_is_much_longer_than",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
      })
  void slugsAreShortAndAscii(String message, String slug) {
    assertThat(FileTemplate.standard().slug(message)).isEqualTo(slug);
  }

  @Test
  void aMessageWithoutLettersLeavesTheRevision() {
    assertThat(FileTemplate.standard().className("3f2a9c1b7d4e", "*/ \n", CREATED))
        .isEqualTo("M202601020304_3f2a9c1b7d4e");
  }

  @Test
  void aKeywordIsNoName() {
    String name = FileTemplate.of("{slug}").className("3f2a9c1b7d4e", "class", CREATED);

    assertThat(SourceVersion.isName(name)).isTrue();
  }

  @Test
  void datesFollowTheZone() {
    FileTemplate template = new FileTemplate("M{day}{hour}", 40, ZoneId.of("Asia/Tokyo"));

    assertThat(template.className("3f2a9c1b7d4e", "x", CREATED)).isEqualTo("M0212");
  }

  @Test
  void anUnknownTokenIsNamedWithThoseThatExist() {
    assertThatThrownBy(() -> FileTemplate.of("{revision}_{slug}"))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("{revision}")
        .hasMessageContaining("{rev} {slug} {year}");
  }
}
