package dev.autogen.model;

import java.util.List;
import java.util.Set;

/**
 * How the Maven of a project is run.
 *
 * @param options what is passed to it, such as {@code -Pprod} or {@code -s settings.xml}
 * @param passwords the passwords of the project's databases, which Maven must not see
 */
public record MavenSettings(List<String> options, Set<String> passwords) {

  /** No options and no passwords. */
  public static final MavenSettings NONE = new MavenSettings(List.of(), Set.of());

  /** The variable with arguments that the scripts of Maven 3.9 and later read. */
  static final String ARGUMENTS = "MAVEN_ARGS";

  public MavenSettings {
    options = List.copyOf(options);
    passwords = Set.copyOf(passwords);
  }
}
