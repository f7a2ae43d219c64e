package dev.autogen.sample.common;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a country as its two letters. */
@Converter(autoApply = true)
public class CountryCodeConverter implements AttributeConverter<CountryCode, String> {

  @Override
  public String convertToDatabaseColumn(CountryCode country) {
    return country == null ? null : country.letters();
  }

  @Override
  public CountryCode convertToEntityAttribute(String letters) {
    return letters == null ? null : new CountryCode(letters);
  }
}
