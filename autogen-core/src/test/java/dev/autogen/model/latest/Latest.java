package dev.autogen.model.latest;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalTime;

/** What Jakarta Persistence 3.2 added. */
public class Latest {

  public enum Grade {
    GOOD("g"),
    BAD("b");

    @EnumeratedValue final String code;

    Grade(String code) {
      this.code = code;
    }
  }

  @Entity(name = "latest")
  @Table(
      comment = "Rows of the latest kind",
      check = {
        @CheckConstraint(name = "ck_range", constraint = "low <= high"),
        @CheckConstraint(constraint = "low > -100")
      },
      indexes = {
        @Index(name = "ix_where", columnList = "low", options = "where high > 0"),
        @Index(name = "ix_include", columnList = "high", options = "include (low)"),
        @Index(name = "ix_lower", columnList = "(lower(title)), low desc")
      },
      uniqueConstraints =
          @UniqueConstraint(
              name = "uq_deferred",
              columnNames = "title",
              options = "deferrable initially deferred"))
  public static class Row {
    @Id
    @GeneratedValue
    @SequenceGenerator(sequenceName = "latest_numbers", options = "cache 20")
    Long id;

    int low;
    int high;

    @Column(
        comment = "Not empty",
        check = @CheckConstraint(name = "ck_title", constraint = "title <> ''"))
    String title;

    @Column(options = "default 7")
    int seven;

    @Column(secondPrecision = 3)
    LocalTime millis;

    @Enumerated(EnumType.STRING)
    Grade grade;

    @ManyToOne
    @JoinColumn(
        foreignKey = @ForeignKey(name = "fk_next", options = "deferrable initially deferred"))
    Row next;
  }
}
