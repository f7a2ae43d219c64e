package dev.autogen.sample.trip;

import dev.autogen.sample.common.Money;
import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Something reserved for a trip. */
@Entity
@Table(name = "bookings", indexes = @Index(name = "bookings_trip_id_idx", columnList = "trip_id"))
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Booking extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "trip_id", nullable = false)
  @OnDelete(action = OnDeleteAction.CASCADE)
  private Trip trip;

  @Column(length = 60)
  private String reference;

  @Embedded
  @AttributeOverride(
      name = "amount",
      column = @Column(name = "price_amount", precision = 12, scale = 2))
  @AttributeOverride(name = "currency", column = @Column(name = "price_currency", length = 3))
  private Money price;
}
