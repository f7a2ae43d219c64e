package dev.autogen.sql;

/**
 * What a database reads as a comment besides {@code --} and {@code /* *}{@code /}.
 *
 * @param nested whether a comment may contain another
 * @param hash whether {@code #} begins a comment, up to the end of the line
 * @param dashesNeedBlank whether {@code --} begins a comment only before a blank or at the end of a
 *     line
 */
public record CommentRules(boolean nested, boolean hash, boolean dashesNeedBlank) {}
