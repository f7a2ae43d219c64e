package dev.autogen.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextNameTest {

  private static final NextName NAMES =
      new NextName(Instant.parse("2026-11-26T17:04:05.678Z"), ZoneOffset.UTC, "add_user_name");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, 2
          9, 10
          007, 008
          1.9, 1.10
          cs-12, cs-13
          TICKET-99, TICKET-100
          V1__create, V2__add_user_name
          003-create-orders, 004-add-user-name
          003_create_orders, 004_add_user_name
          003. create orders, 004. add user name
          2-1, 2-2
          db.changelog-1.0, db.changelog-1.1
          changelog-v2, changelog-v3
          create-users, add-user-name
          create_users, add_user_name
          add-column-1, add-user-name
          users, add-user-name
          20240101120000, 20261126170405
          20240101120000-1, 20261126170405-1
          20240101120000_added_entity_User, 20261126170405_add_user_name
          202401011200-create-users, 202611261704-add-user-name
          20240101-2, 20261126-1
          2024-01-01-create-users, 2026-11-26-add-user-name
          2024-01-01_1200_users, 2026-11-26_1704_add_user_name
          V20240101120000__users, V20261126170405__add_user_name
          1613391234567-3, 1795712645678-1
          1613391234567, 1795712645678
          """)
  void theNextNameIsLikeTheLast(String last, String next) {
    assertThat(NAMES.after(last, Set.of(last))).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "create-users, add-user-name, add-user-name-2",
    "20261126170405-1, 20261126170405-1, 20261126170405-2",
    "20261126-1, 20261126-1, 20261126-2",
    "1, 2, 3"
  })
  void aNameThatIsTakenIsNotUsedAgain(String last, String taken, String next) {
    assertThat(NAMES.after(last, new HashSet<>(List.of(last, taken)))).isEqualTo(next);
  }

  @Test
  void anIdentifierByChanceGetsAnother() {
    String last = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
    assertThat(NAMES.after(last, Set.of(last)))
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isNotEqualTo(last);
  }
}
