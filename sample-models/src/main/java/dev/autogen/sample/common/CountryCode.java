package dev.autogen.sample.common;

import java.util.Locale;

/** A country by its two letters (ISO 3166-1). */
public record CountryCode(String letters) {
  public CountryCode {
    letters = letters.toUpperCase(Locale.ROOT);
  }
}
