package dev.autogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "jdbc:postgresql://h:5433/app | jdbc:postgresql://h:5433/app | - | -",
        "jdbc:postgresql:app | jdbc:postgresql:app | - | -",
        "jdbc:postgresql://h/app?user=u&password=p%40s+s&sslmode=require"
            + " | jdbc:postgresql://h/app?sslmode=require | u | p@s s",
        "postgresql://u:p@h:5432/app | jdbc:postgresql://h:5432/app | u | p",
        "postgres://u:p%40ss%2Fw@h/app | jdbc:postgresql://h/app | u | p@ss/w",
        "postgres://u:p@ss/w@h/app | jdbc:postgresql://h/app | u | p@ss/w",
        "postgres://u:100%sure+1@h/app | jdbc:postgresql://h/app | u | 100%sure+1",
        "postgresql+asyncpg://u:p@h/app?ssl=require"
            + " | jdbc:postgresql://h/app?sslmode=require | u | p",
        "postgresql+psycopg://u@h/app | jdbc:postgresql://h/app | u | -",
        "postgresql+psycopg2://h | jdbc:postgresql://h/ | - | -",
        "r2dbc:postgresql://u:p@h/app?schema=s | jdbc:postgresql://h/app?currentSchema=s | u | p",
        "r2dbc:pool:postgresql://h:1/app | jdbc:postgresql://h:1/app | - | -",
        "r2dbcs:postgresql://h/app | jdbc:postgresql://h/app?sslmode=require | - | -",
        "postgresql:///app | jdbc:postgresql://localhost/app | - | -",
        "postgresql:///app?host=db&port=5433&user=u | jdbc:postgresql://db:5433/app | u | -",
        "postgresql://h/app?connect_timeout=3&application_name=me"
            + " | jdbc:postgresql://h/app?connectTimeout=3&ApplicationName=me | - | -",
        "postgresql://[::1]:5432/app | jdbc:postgresql://[::1]:5432/app | - | -",
        "postgresql://u:p@a:1,b:2/app | jdbc:postgresql://a:1,b:2/app | u | p",
        "jdbc:mysql://u:p@h/app?useSSL=true | jdbc:mysql://h/app?useSSL=true | u | p",
        "jdbc:mariadb://h/app?user=u&password=p&x=1 | jdbc:mariadb://h/app | u | p",
        "mysql://u:p@h:3306/app | jdbc:mysql://h:3306/app | u | p",
        "mysql+pymysql://u:p%40ss@h/app?charset=utf8mb4 | jdbc:mysql://h/app | u | p@ss",
        "mysql+aiomysql://h/app?connect_timeout=3 | jdbc:mysql://h/app?connectTimeout=3 | - | -",
        "mariadb://u@h/app | jdbc:mariadb://h/app | u | -",
        "mariadb+mariadbconnector://u:p@/app | jdbc:mariadb://localhost/app | u | p",
        "r2dbc:mysql://u:p@h/app | jdbc:mysql://h/app | u | p",
        "r2dbcs:mariadb://h/app | jdbc:mariadb://h/app?sslMode=trust | - | -",
        "r2dbc:pool:mariadb://h:3307/app | jdbc:mariadb://h:3307/app | - | -",
        "jdbc:mysql:loadbalance://a:1,b:2/app | jdbc:mysql:loadbalance://a:1,b:2/app | - | -",
        "embedded:mariadb:10.11 | embedded:mariadb:10.11 | - | -",
        "embedded:mysql | embedded:mysql | - | -",
        "embedded:postgresql | embedded:postgresql | - | -",
      })
  void is_read_from_the_spellings_that_people_have(
      String text, String jdbcUrl, String user, String password) {
    DatabaseUrl url = DatabaseUrl.parse(text);

    assertThat(url.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(url.user().orElse(null)).isEqualTo(user);
    assertThat(url.password().orElse(null)).isEqualTo(password);
    assertThat(url.isEmbedded()).isEqualTo(text.startsWith("embedded"));
  }

  @Test
  void never_shows_its_password() {
    assertThat(DatabaseUrl.parse("postgresql://ann:s3cret@h/app?sslpassword=k3y"))
        .hasToString("jdbc:postgresql://h/app as ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann:s3cret@h/app", "redis://:s3cret@h", "s3cret", "embedded:oracle"})
  void that_is_not_known_is_refused_without_being_repeated(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("embedded:postgresql")
        .hasMessageNotContaining("s3cret");
  }
}
