package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The names of Java packages for migrations, which get into sources and into paths: in ASCII, since
 * not every file system and locale can write others, and some of these cannot be seen.
 */
public final class PackageName {

  private static final Pattern ASCII = Pattern.compile("[A-Za-z0-9_$.]+");

  private PackageName() {}

  /**
   * Refuses what is no name of a package.
   *
   * @param place what the name was given for, such as a key and its file
   * @throws AutogenException if it is none; it names the place and the value
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
