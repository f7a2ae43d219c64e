package dev.autogen.liquibase;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the next changeset or file like the last one: with the next number, with the time of now,
 * or with the words of the message, in the same places.
 */
public final class NextName {

  /** A date, perhaps with a time, whose parts may have separators between them. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:19|20)\\d{2}[-_.]?\\d{2}[-_.]?\\d{2}(?:[-_.T]?\\d{2}(?:[-_.:]?\\d{2}){0,2}(?:[.]?\\d{3})?)?(?!\\d)");

  private static final Pattern MILLISECONDS = Pattern.compile("1\\d{12}(?!\\d)");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[._]\\d+)*");

  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Instant now;
  private final ZoneId zone;
  private final String slug;

  /**
   * A namer.
   *
   * @param slug the words of the message, with underscores between them
   */
  public NextName(Instant now, ZoneId zone, String slug) {
    this.now = now;
    this.zone = zone;
    this.slug = slug;
  }

  /**
   * The name after another.
   *
   * @param last the last name
   * @param used names that are taken
   */
  public String after(String last, Set<String> used) {
    String next = like(last);
    while (used.contains(next)) {
      next = following(next);
    }
    return next;
  }

  /** The name of the first of all. */
  public String first() {
    return time(14) + "_" + slug;
  }

  private String like(String last) {
    if (ID.matcher(last).matches()) {
      return UUID.randomUUID().toString();
    }
    Matcher time = TIME.matcher(last);
    if (time.find() && time.start() <= 1) {
      return last.substring(0, time.start()) + filled(time.group()) + counted(last, time.end());
    }
    Matcher milliseconds = MILLISECONDS.matcher(last);
    if (milliseconds.lookingAt()) {
      return now.toEpochMilli() + counted(last, milliseconds.end());
    }
    if (last.matches("\\d+[-_]\\d+")) {
      return following(last);
    }
    Matcher number = NUMBER.matcher(last);
    boolean words =
        !number.find()
            || last.substring(0, number.start())
                .replaceFirst("[-_][vV]$", "")
                .matches(".*[a-z]+[-_].*[a-z]+[-_]?");
    if (words) {
      return slugLike(last);
    }
    return last.substring(0, number.start()) + following(number.group()) + rest(last, number.end());
  }

  /** The time of now, with the digits and separators of another. */
  private String filled(String other) {
    String digits = time(17);
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (char each : other.toCharArray()) {
      result.append(Character.isDigit(each) ? digits.charAt(at++) : each);
    }
    return result.toString();
  }

  private String time(int digits) {
    String all = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(zone).format(now);
    return all.substring(0, digits);
  }

  /** What follows a time: words, or a number that counts within it. */
  private String counted(String last, int end) {
    String rest = last.substring(end);
    return rest.matches("[-_.]\\d+") ? rest.replaceAll("\\d+", "1") : rest(last, end);
  }

  /** The words of the message where the last name has words. */
  private String rest(String last, int end) {
    Matcher separator = Pattern.compile("[^A-Za-z0-9]*").matcher(last.substring(end));
    boolean found = separator.lookingAt();
    if (!found || separator.end() == last.length() - end) {
      return last.substring(end);
    }
    return separator.group() + slugLike(last.substring(end));
  }

  /** The words of the message, joined like those of another name. */
  private String slugLike(String other) {
    char joint = other.indexOf('_') >= 0 ? '_' : other.indexOf(' ') >= 0 ? ' ' : '-';
    return slug.replace('_', joint);
  }

  /** A name with its last number increased: {@code 007} gives {@code 008}. */
  static String following(String name) {
    Matcher last = Pattern.compile("(.*?)(\\d+)(\\D*)").matcher(name);
    if (!last.matches()) {
      return name + "-2";
    }
    String number = last.group(2);
    String next = new BigInteger(number).add(BigInteger.ONE).toString();
    return last.group(1)
        + "0".repeat(Math.max(0, number.length() - next.length()))
        + next
        + last.group(3);
  }
}
