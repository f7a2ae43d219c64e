package dev.autogen.model.entities.validated;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Entities whose columns Bean Validation bears on. */
public class Validated {

  @Entity(name = "account")
  public static class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @NotNull String owner;

    @NotBlank
    @Size(max = 40)
    String nick;

    @Min(0)
    @Max(100)
    int level;

    @Digits(integer = 8, fraction = 2)
    BigDecimal balance;

    @Embedded @Valid Contact contact;
  }

  @Embeddable
  public static class Contact {
    @NotNull
    @Size(max = 80)
    String email;
  }
}
