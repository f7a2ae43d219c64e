package dev.autogen.dialect.postgresql;

import java.sql.SQLException;
import java.util.Optional;

/** Advice for a server that refuses the connection (PostgreSQL manual, Appendix A). */
final class ConnectAdvice {

  private static final String SOURCE =
      "'autogen current -v' says where address, user and password are from.";

  private ConnectAdvice() {}

  static Optional<String> of(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String message = String.valueOf(failure.getMessage());
    return switch (state) {
      case "57P03" ->
          Optional.of("It starts, stops or recovers: run the command again in a moment.");
      case "53300" ->
          Optional.of(
              "Every connection is taken that the server, the database or the role may have: run the"
                  + " command again when others are closed, or allow more.");
      case "3D000" -> Optional.of("Create it by 'create database', or correct the address.");
      case "42501" ->
          Optional.of("Its owner can let the user in: grant connect on database … to …");
      case "55000" ->
          Optional.of("Its owner can open it: alter database … allow_connections true.");
      case "28000" ->
          Optional.of(
              message.contains("no encryption") || message.contains("SSL off")
                  ? "It may want an encrypted connection: add sslmode=require to the address."
                  : SOURCE);
      case "28P01" -> Optional.of(SOURCE);
      case "08004" ->
          Optional.of(
              message.contains("password")
                  ? "Give one as database.password-file, PGPASSWORD or in ~/.pgpass."
                  : SOURCE);
      default -> state.startsWith("08") ? Optional.of(SOURCE) : Optional.empty();
    };
  }
}
