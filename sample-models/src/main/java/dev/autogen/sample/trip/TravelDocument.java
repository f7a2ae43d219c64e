package dev.autogen.sample.trip;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDate;

/** A passport, a visa, a ticket: packed like a thing, but it can expire. */
@Entity
@DiscriminatorValue("DOCUMENT")
public class TravelDocument extends PackingItem {

  @Column(name = "document_number", length = 40)
  private String documentNumber;

  @Column(name = "expires_on")
  private LocalDate expiresOn;
}
