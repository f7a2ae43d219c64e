package dev.autogen.config;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference of database and model that a person has accepted, as the file of them holds it.
 *
 * @param object the name of the object
 * @param kind what differs
 * @param model what the model has, or null for nothing
 * @param database what the database has, or null for nothing
 * @param reason why it was accepted, or null where nobody said
 * @param date when it was accepted, or null where that was removed
 */
public record AcceptedEntry(
    String object,
    String kind,
    @Nullable String model,
    @Nullable String database,
    @Nullable String reason,
    @Nullable LocalDate date) {}
