package dev.autogen.dialect.address;

import dev.autogen.schema.AutogenException;
import java.util.List;

/**
 * Makes the failures for addresses that cannot be read. No message repeats the address: if it is
 * mistyped, any part of it may be the password.
 */
public final class AddressMistakes {

  private static final String ENCODE =
      ". Within a password or a name, write @ : / ? # & ; = as %40 %3A %2F %3F %23 %26 %3B %3D, or"
          + " give the password by itself, as \"password\" beside \"url\"";

  private final String origin;
  private final String like;
  private final String variable;

  /**
   * Failures for the address that was found at a place.
   *
   * @param origin where it was found, after a blank; may be empty
   * @param examples how addresses can be written
   * @param variable the variable of the environment in which the password may stand
   */
  public AddressMistakes(String origin, List<String> examples, String variable) {
    this.origin = origin;
    int last = examples.size() - 1;
    this.like =
        "; write it like "
            + String.join(", ", examples.subList(0, last))
            + " or "
            + examples.get(last);
    this.variable = variable;
  }

  /** Says what is wrong, and how an address is written. */
  public AutogenException wrong(String what) {
    return AutogenException.usage("The database URL" + origin + what + like + ".");
  }

  /** Says what cannot be read, and how to write a password with special characters. */
  public AutogenException mistyped(String what) {
    return AutogenException.usage(
        "The database URL"
            + origin
            + " cannot be read: "
            + what
            + like
            + ENCODE
            + (variable.isEmpty() ? "" : " or in " + variable)
            + ".");
  }

  /** The same place, with the examples of one kind of database. */
  public AddressMistakes like(List<String> examples, String passwordVariable) {
    return new AddressMistakes(origin, examples, passwordVariable);
  }

  /** Says what is wrong, without examples. */
  public AutogenException refused(String what) {
    return AutogenException.usage("The database URL" + origin + what);
  }
}
