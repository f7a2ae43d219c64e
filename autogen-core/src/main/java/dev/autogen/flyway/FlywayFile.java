package dev.autogen.flyway;

import java.nio.file.Path;

/**
 * A versioned SQL migration of Flyway.
 *
 * @param version its version with dots, as Flyway prints it: {@code 2.1}
 * @param written its version as the file name has it: {@code 2_1}
 * @param description what it does
 */
public record FlywayFile(String version, String written, String description, Path path) {}
