package dev.autogen.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a person gives autogen the class path of a Gradle project: by a task that prints it. Gradle
 * alone knows it, and running Gradle is left to the person.
 */
public final class GradleClasspath {

  private GradleClasspath() {}

  /** Whether a project is built by Gradle. */
  public static boolean isBuilder(Path directory) {
    return Files.exists(directory.resolve("build.gradle")) || isKotlin(directory);
  }

  private static boolean isKotlin(Path directory) {
    return Files.exists(directory.resolve("build.gradle.kts"));
  }

  /** The task to paste into the build, and the command that uses it; a line each. */
  public static List<String> advice(Path directory) {
    return isKotlin(directory)
        ? List.of(
            "Add to build.gradle.kts a task that prints the class path:",
            "  tasks.register(\"autogenClasspath\") {",
            "    val path = sourceSets.main.get().runtimeClasspath",
            "    dependsOn(\"classes\")",
            "    doLast { println(path.asPath) }",
            "  }",
            USE)
        : List.of(
            "Add to build.gradle a task that prints the class path:",
            "  tasks.register('autogenClasspath') {",
            "    def path = sourceSets.main.runtimeClasspath",
            "    dependsOn 'classes'",
            "    doLast { println path.asPath }",
            "  }",
            USE);
  }

  private static final String USE =
      "and pass it on: autogen check --classpath \"$(./gradlew -q autogenClasspath)\"";
}
