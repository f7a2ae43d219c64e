package dev.autogen.sample.common;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** An amount with its currency (ISO 4217). */
@Embeddable
public class Money {

  @Column(name = "amount", precision = 12, scale = 2)
  private BigDecimal amount;

  @Column(name = "currency", length = 3)
  private String currency;
}
