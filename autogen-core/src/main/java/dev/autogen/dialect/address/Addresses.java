package dev.autogen.dialect.address;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How people write the address of one kind of database, and where they keep its credentials. */
public interface Addresses {

  /** Those of a kind of database that knows the form of JDBC alone. */
  Addresses JDBC_ALONE = new Addresses() {};

  /**
   * Reads an address; empty if its form is not one of this kind of database.
   *
   * @param mistakes makes the failure for an address that is mistyped
   */
  default Optional<Address> read(String text, AddressMistakes mistakes) {
    return Optional.empty();
  }

  /**
   * The full name of a database of autogen's own, such as {@code postgresql:16}; empty if this kind
   * has none of that name.
   *
   * @param name what a person wrote behind {@code embedded:}, in lower case
   */
  default Optional<String> embedded(String name) {
    return Optional.empty();
  }

  /** How an address can be written, for messages; the first one has a user. */
  default List<String> examples() {
    return List.of();
  }

  /**
   * The address with the path of its file written out, if it is one of a file and relative.
   *
   * @param directory where relative paths begin
   */
  default Address below(Path directory, Address address) {
    return address;
  }

  /** The schema in which an address lets its connections look names up; empty if it names none. */
  default Optional<String> schema(Address address) {
    return Optional.empty();
  }

  /** What a process gets from outside. */
  interface Surroundings {

    /** A variable of the environment, or null. */
    @Nullable String variable(String name);

    /** The directory in which relative paths begin. */
    Path directory();
  }

  /**
   * A user's name or a password that is kept beside the address.
   *
   * @param origin where it was found, for messages
   * @param open the file with it, if others have rights by which it must be left alone; or null
   */
  record Kept(String value, String origin, @Nullable Path open) {

    /** The place, without the value. */
    @Override
    public String toString() {
      return origin;
    }
  }

  /** The user that people name elsewhere than in the address. */
  default Optional<Kept> user(Address address, Surroundings surroundings) {
    return Optional.empty();
  }

  /**
   * The password that people keep elsewhere than in the address.
   *
   * @param address with its user, if that is known
   */
  default Optional<Kept> password(Address address, Surroundings surroundings) {
    return Optional.empty();
  }
}
