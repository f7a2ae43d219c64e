package dev.autogen.sample.trip;

import dev.autogen.sample.common.Address;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Check;

/** A bed for some nights. */
@Entity
@Table(name = "stay_bookings")
@Check(name = "stay_bookings_dates_check", constraints = "leaves_on > arrives_on")
public class StayBooking extends Booking {

  @Column(name = "arrives_on", nullable = false)
  private LocalDate arrivesOn;

  @Column(name = "leaves_on", nullable = false)
  private LocalDate leavesOn;

  @Embedded private Address address;
}
