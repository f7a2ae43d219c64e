package dev.autogen.sql;

/**
 * What a database takes for a comment beside {@code --} and {@code /* *}{@code /}.
 *
 * @param nested whether a comment may stand within another
 * @param hash whether {@code #} begins one, up to the end of the line
 * @param dashesNeedBlank whether {@code --} begins one only before a blank or at the end of a line
 */
public record CommentRules(boolean nested, boolean hash, boolean dashesNeedBlank) {}
