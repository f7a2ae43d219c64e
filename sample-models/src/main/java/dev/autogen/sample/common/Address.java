package dev.autogen.sample.common;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where someone lives or is billed. */
@Embeddable
public class Address {

  @Column(name = "street", length = 200)
  private String street;

  @Column(name = "postal_code", length = 16)
  private String postalCode;

  @Column(name = "city", length = 100)
  private String city;

  @Column(name = "country", length = 2)
  private CountryCode country;
}
