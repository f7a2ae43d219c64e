package dev.autogen.model.entities;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

/** The types of columns. */
public class Types {

  public enum Status {
    ACTIVE,
    ON_HOLD,
    CLOSED
  }

  public enum Mood {
    HAPPY,
    SAD {
      @Override
      public String toString() {
        return "so sad";
      }
    }
  }

  /** Text as upper case. */
  @Converter
  public static class Upper implements AttributeConverter<String, String> {
    @Override
    public String convertToDatabaseColumn(String value) {
      return value == null ? null : value.toUpperCase(Locale.ROOT);
    }

    @Override
    public String convertToEntityAttribute(String value) {
      return value;
    }
  }

  /** A version number. */
  public record Release(int major, int minor) {}

  /** A version number as a number. */
  @Converter(autoApply = true)
  public static class ReleaseConverter implements AttributeConverter<Release, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Release value) {
      return value == null ? null : value.major() * 1000 + value.minor();
    }

    @Override
    public Release convertToEntityAttribute(Integer value) {
      return value == null ? null : new Release(value / 1000, value % 1000);
    }
  }

  @Entity(name = "numbers")
  public static class Numbers {
    @Id UUID id;
    byte tiny;
    short small;
    int plain;
    long big;
    float single;
    double twice;
    Boolean flag;
    boolean primitiveFlag;
    char letter;
    BigDecimal decimal;

    @Column(precision = 10, scale = 4)
    BigDecimal price;

    @Column(precision = 5)
    BigDecimal whole;

    BigInteger huge;

    @Column(precision = 5)
    float shortFloat;

    @Convert(converter = YesNoConverter.class)
    boolean yesNo;

    @Convert(converter = TrueFalseConverter.class)
    Boolean trueFalse;

    @Convert(converter = NumericBooleanConverter.class)
    Boolean oneZero;

    Release release;
  }

  @Entity(name = "texts")
  public static class Texts {
    @Id
    @Column(columnDefinition = "char(36)")
    String id;

    String plain;

    @Column(length = 1000)
    String longer;

    @Column(length = Length.LONG32)
    String unlimited;

    @Lob String lob;

    @Column(columnDefinition = "text")
    String text;

    @Nationalized String national;

    @Convert(converter = Upper.class)
    @Column(length = 12)
    String upper;

    Locale locale;
    Currency currency;
    Class<?> type;
    URL url;
    TimeZone zone;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String long32;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 8)
    String fixed;
  }

  @Entity(name = "times")
  public static class Times {
    @Id long id;
    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;
    Instant instant;
    OffsetDateTime offsetDateTime;
    ZonedDateTime zonedDateTime;
    OffsetTime offsetTime;
    Duration duration;
    Year year;
    ZoneOffset zoneOffset;

    @Column(precision = 0)
    LocalDateTime seconds;

    @Column(precision = 3)
    Instant millis;

    @Column(precision = 2)
    LocalTime hundredths;

    @Temporal(TemporalType.DATE)
    Date oldDate;

    @Temporal(TemporalType.TIMESTAMP)
    Date oldTimestamp;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    OffsetDateTime normalized;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime withColumn;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration interval;

    @Column(columnDefinition = "timestamptz")
    Instant definedInstant;
  }

  @Entity(name = "binaries")
  public static class Binaries {
    @Id long id;
    byte[] bytes;

    @Column(length = 16)
    byte[] shortBytes;

    @Lob byte[] lob;
    UUID uuid;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 36)
    UUID uuidAsText;

    InetAddress address;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> json;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "json")
    Map<String, String> plainJson;

    String[] names;
    int[] numbers;
    List<String> tags;
    List<UUID> others;

    @Column(length = 20)
    @org.hibernate.annotations.Array(length = 5)
    String[] few;

    Status[] history;
  }

  @Entity(name = "enums")
  public static class Enums {
    @Id long id;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    Status required;

    @Enumerated Status ordinal;

    @Enumerated(EnumType.STRING)
    Mood mood;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Status named;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(30) default 'ACTIVE'")
    Status defined;
  }
}
