package dev.autogen.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 500ms}, {@code 30s}, {@code 5m}. */
final class Durations {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

  private Durations() {}

  static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2);
    if (unit.equals("ms")) {
      return Optional.of(Duration.ofMillis(amount));
    } else if (unit.equals("s")) {
      return Optional.of(Duration.ofSeconds(amount));
    }
    return Optional.of(unit.equals("m") ? Duration.ofMinutes(amount) : Duration.ofHours(amount));
  }
}
