package dev.autogen.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("attack")
class SecretsTest {

  @Test
  void are_hidden_as_they_are_and_as_addresses_write_them() {
    Secrets secrets = new Secrets(List.of("p@ss/w", "abc", ""));

    assertThat(secrets.hide("no p@ss/w, no p%40ss%2Fw, no abc, but abcd"))
        .isEqualTo("no ***, no ***, no ***, but abcd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:x://u:S3cret@h/db",
        "jdbc:x://u:a/b@S3cret@h/db",
        "jdbc:oracle:thin:u/S3cret@h:1",
        "x;Password = S3cret;y",
        "(PASSWORD=S3cret)",
        "clientSecret: S3cret"
      })
  void are_hidden_where_an_address_has_them(String message) {
    assertThat(Secrets.hideInAddresses(message)).doesNotContain("S3cret").contains("***");
  }

  @Test
  void other_messages_stay() {
    String message = "password authentication failed for user \"u\" at 10:00/11 (a@b)";
    assertThat(Secrets.hideInAddresses(message)).isEqualTo(message);
  }
}
