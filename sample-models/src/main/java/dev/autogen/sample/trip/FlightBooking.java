package dev.autogen.sample.trip;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A seat on a flight. */
@Entity
@Table(name = "flight_bookings")
public class FlightBooking extends Booking {

  @Column(name = "flight_number", nullable = false, length = 8)
  private String flightNumber;

  @Column(name = "departs_at", nullable = false)
  private OffsetDateTime departsAt;

  @Column(length = 4)
  private String seat;
}
