package dev.autogen.dialect.h2;

import dev.autogen.dialect.address.Address;
import dev.autogen.dialect.address.Addresses;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of files: H2 wants a relative path to begin with a dot (H2 manual, Database URL). */
final class H2Addresses implements Addresses {

  private static final Pattern RELATIVE =
      Pattern.compile("(jdbc:h2:(?:file:|nio:|split:)?)(\\.[^;]*)(.*)", Pattern.DOTALL);

  @Override
  public Address below(Path directory, Address address) {
    Matcher relative = RELATIVE.matcher(address.jdbcUrl());
    if (!relative.matches()) {
      return address;
    }
    String path = directory.resolve(relative.group(2)).normalize().toString();
    return new Address(
        relative.group(1) + path + relative.group(3), address.credentials(), address.shown());
  }
}
