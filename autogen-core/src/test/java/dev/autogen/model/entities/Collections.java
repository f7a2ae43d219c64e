package dev.autogen.model.entities;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collections of values, and embeddables. */
public class Collections {

  public enum Size {
    SMALL,
    LARGE
  }

  @Embeddable
  public static class Money {
    @Column(precision = 12, scale = 2)
    BigDecimal amount;

    @Column(length = 3)
    String currency;
  }

  @Embeddable
  public static class Address {
    @Column(nullable = false)
    String street;

    String zip;

    @ManyToOne Associations.Country country;
  }

  @Entity(name = "shop")
  public static class Shop {
    @Id @GeneratedValue Long id;

    @Embedded Address address;

    @AttributeOverrides({
      @AttributeOverride(name = "amount", column = @Column(name = "rent_amount")),
      @AttributeOverride(name = "currency", column = @Column(name = "rent_currency", length = 3))
    })
    Money rent;

    @ElementCollection List<String> aliases = new ArrayList<>();

    @ElementCollection
    @Column(name = "phone", nullable = false, length = 30)
    Set<String> phones = new HashSet<>();

    @ElementCollection @OrderColumn List<Integer> ranking = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
        name = "shop_price",
        joinColumns = @JoinColumn(name = "shop_id"),
        indexes = @Index(name = "ix_price_currency", columnList = "currency"))
    @MapKeyEnumerated(EnumType.STRING)
    Map<Size, Money> prices = new HashMap<>();

    @ElementCollection Set<Address> branches = new HashSet<>();

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Size> sizes = new HashSet<>();

    @ElementCollection Map<Associations.City, String> notes = new HashMap<>();
  }
}
