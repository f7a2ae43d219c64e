package dev.autogen.render.java;

import dev.autogen.schema.AutogenException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * How the classes of new migrations are named.
 *
 * @param pattern text with the tokens {@code {rev} {slug} {year} {month} {day} {hour} {minute}
 *     {second} {epoch}}
 * @param slugLength the most characters of the message that {@code {slug}} keeps; it is cut between
 *     words
 * @param zone the time zone of the date's tokens
 */
public record FileTemplate(String pattern, int slugLength, ZoneId zone) {

  /** The pattern that is used unless the configuration names one. */
  public static final String DEFAULT_PATTERN = "M{year}{month}{day}{hour}{minute}_{rev}_{slug}";

  private static final int SLUG_LENGTH = 40;
  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

  /** Each token with its value, in the order in which messages list them. */
  private enum Token {
    REV(values -> values.id),
    SLUG(values -> values.slug),
    YEAR(values -> "%04d".formatted(values.time.getYear())),
    MONTH(values -> "%02d".formatted(values.time.getMonthValue())),
    DAY(values -> "%02d".formatted(values.time.getDayOfMonth())),
    HOUR(values -> "%02d".formatted(values.time.getHour())),
    MINUTE(values -> "%02d".formatted(values.time.getMinute())),
    SECOND(values -> "%02d".formatted(values.time.getSecond())),
    EPOCH(values -> Long.toString(values.time.toEpochSecond()));

    private static final Map<String, Token> BY_NAME =
        Arrays.stream(values()).collect(Collectors.toMap(Token::word, Function.identity()));

    private final Function<Values, String> value;

    Token(Function<Values, String> value) {
      this.value = value;
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Values(String id, String slug, ZonedDateTime time) {}

  /**
   * Checks the tokens.
   *
   * @throws AutogenException if the pattern holds a token that does not exist
   */
  public FileTemplate {
    Objects.requireNonNull(zone, "zone");
    Matcher matcher = TOKEN.matcher(pattern);
    while (matcher.find()) {
      if (!Token.BY_NAME.containsKey(matcher.group(1))) {
        throw AutogenException.usage(
            "file-template \"%s\" has the unknown token %s; known are %s"
                .formatted(
                    pattern,
                    matcher.group(),
                    Arrays.stream(Token.values())
                        .map(token -> "{" + token.word() + "}")
                        .collect(Collectors.joining(" "))));
      }
    }
  }

  /** A template with slugs of at most 40 characters and dates in UTC. */
  public static FileTemplate of(String pattern) {
    return new FileTemplate(pattern, SLUG_LENGTH, ZoneOffset.UTC);
  }

  /** The template that is used unless the configuration names one. */
  public static FileTemplate standard() {
    return of(DEFAULT_PATTERN);
  }

  /**
   * A template of which each part may be left out.
   *
   * @throws AutogenException if the pattern holds a token that does not exist
   */
  public static FileTemplate of(
      @Nullable String pattern, @Nullable Integer slugLength, ZoneId zone) {
    return new FileTemplate(
        pattern == null ? DEFAULT_PATTERN : pattern,
        slugLength == null ? SLUG_LENGTH : slugLength,
        zone);
  }

  /**
   * The name of the class, and without {@code .java} of the file: always a valid identifier in
   * ASCII.
   */
  public String className(String id, String message, Instant created) {
    Values values = new Values(id, slug(message), created.atZone(zone));
    String name =
        TOKEN
            .matcher(pattern)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        Token.BY_NAME.get(match.group(1)).value.apply(values)));
    return identifier(name);
  }

  /**
   * The message in lower-case words of letters and digits, joined by underscores; letters that
   * ASCII lacks are written by others.
   */
  public String slug(String message) {
    String slug = AsciiLetters.of(message).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    if (slug.length() <= slugLength) {
      return slug;
    }
    int wordEnd = slug.lastIndexOf('_', slugLength);
    return slug.substring(0, wordEnd > 0 ? wordEnd : slugLength);
  }

  private static String identifier(String text) {
    String name = text.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("_+$", "");
    boolean valid = SourceVersion.isName(name, SourceVersion.RELEASE_17);
    return valid ? name : "M" + name;
  }
}
