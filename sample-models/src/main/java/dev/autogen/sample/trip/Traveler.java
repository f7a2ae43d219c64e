package dev.autogen.sample.trip;

import dev.autogen.sample.account.User;
import dev.autogen.sample.common.CountryCode;
import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Someone who comes along, with or without an account. */
@Entity
@Table(
    name = "travelers",
    uniqueConstraints =
        @UniqueConstraint(
            name = "travelers_trip_id_user_id_key",
            columnNames = {"trip_id", "user_id"}),
    indexes = @Index(name = "travelers_user_id_idx", columnList = "user_id"))
public class Traveler extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "trip_id", nullable = false)
  @OnDelete(action = OnDeleteAction.CASCADE)
  private Trip trip;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id")
  private User user;

  @Column(name = "full_name", nullable = false, length = 200)
  private String fullName;

  @Column(name = "born_on")
  private LocalDate bornOn;

  @Column(length = 2)
  private CountryCode nationality;

  @Column(nullable = false)
  @ColumnDefault("true")
  private boolean confirmed = true;
}
