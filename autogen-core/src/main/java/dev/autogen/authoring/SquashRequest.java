package dev.autogen.authoring;

import org.jspecify.annotations.Nullable;

/**
 * A squash to write.
 *
 * @param range the revisions to replace, such as {@code ae10:head}, both ends included
 * @param message its message, or null to name the range
 * @param id its identifier, or null for a random one
 * @param proven whether it is compared on a throwaway database with what it replaces
 */
public record SquashRequest(
    String range, @Nullable String message, @Nullable String id, boolean proven) {}
