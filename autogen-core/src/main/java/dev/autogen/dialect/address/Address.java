package dev.autogen.dialect.address;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The address of a database in JDBC's form.
 *
 * @param jdbcUrl the URL, without credentials
 * @param credentials user, password and every other property that messages do not show
 * @param shown what messages show of the URL
 */
public record Address(String jdbcUrl, Map<String, String> credentials, String shown) {

  public Address {
    credentials = new LinkedHashMap<>(credentials);
  }

  /** An address whose URL holds nothing that messages must not show. */
  public Address(String jdbcUrl, Map<String, String> credentials) {
    this(jdbcUrl, credentials, jdbcUrl);
  }

  /** The address in words, without its password. */
  @Override
  public String toString() {
    return shown + AddressText.user(credentials);
  }
}
