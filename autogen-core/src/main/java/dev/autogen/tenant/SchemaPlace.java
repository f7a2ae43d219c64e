package dev.autogen.tenant;

import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;

/**
 * One of many schemas, to work in.
 *
 * @param schema its name
 * @param connections connections that look up names in that schema; a closed one is used again
 * @param runner runs the history in that schema
 */
public record SchemaPlace(String schema, ConnectionSource connections, MigrationRunner runner) {}
