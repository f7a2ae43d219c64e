package dev.autogen.dialect.mysql;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Advice for a server that refuses the connection. */
final class MySqlConnectAdvice {

  private static final String SOURCE =
      "'autogen current -v' says where address, user and password are from.";

  private MySqlConnectAdvice() {}

  static Optional<String> of(SQLException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("public key")) {
      return Optional.of(
          "The server wants an encrypted connection for this password: add sslMode=trust to the"
              + " address, or allowPublicKeyRetrieval=true where the network is trusted.");
    }
    return switch (failure.getErrorCode()) {
      case 1045 -> Optional.of(SOURCE);
      case 1049 ->
          Optional.of(
              "Create it by 'create database … character set utf8mb4', or correct the address.");
      case 1044 ->
          Optional.of("An administrator can let the user in: grant all on database.* to user.");
      case 1040, 1203 ->
          Optional.of(
              "Every connection is taken that the server or the user may have: run the command again"
                  + " when others are closed, or allow more.");
      case 1129, 1130 -> Optional.of("The server does not let this host in.");
      default ->
          failure.getSQLState() != null && failure.getSQLState().startsWith("08")
              ? Optional.of(SOURCE)
              : Optional.empty();
    };
  }
}
