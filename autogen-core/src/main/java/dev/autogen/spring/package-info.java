/**
 * Auto-configuration for Spring Boot 3.5 and 4: the database is upgraded before anything else uses
 * it. Spring is an optional dependency.
 */
@NullMarked
package dev.autogen.spring;

import org.jspecify.annotations.NullMarked;
