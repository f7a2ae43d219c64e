package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Checks the names of Java packages for migrations. They become parts of sources and paths, so they
 * must be ASCII: not every file system and locale can write other characters, and some of those are
 * invisible.
 */
public final class PackageName {

  private static final Pattern ASCII = Pattern.compile("[A-Za-z0-9_$.]+");

  private PackageName() {}

  /**
   * Refuses a text that is not the name of a package.
   *
   * @param place where the name was given, such as a key and its file
   * @throws AutogenException if it is not a package name; it names the place and the value
   */
  public static void require(String name, String place) {
    if (!ASCII.matcher(name).matches() || !SourceVersion.isName(name)) {
      throw AutogenException.usage(
          place
              + ": \""
              + name
              + "\" is no name for a Java package of migrations; write it like com.acme.db, in"
              + " letters a to z, digits and underscores, none of its parts a word of the"
              + " language.");
    }
  }
}
