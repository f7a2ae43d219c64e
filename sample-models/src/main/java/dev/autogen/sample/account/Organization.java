package dev.autogen.sample.account;

import dev.autogen.sample.common.Address;
import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

/** A group of people who plan trips together. */
@Entity
@Table(
    name = "organizations",
    uniqueConstraints = @UniqueConstraint(name = "organizations_slug_key", columnNames = "slug"))
@Check(name = "organizations_slug_check", constraints = "slug <> ''")
public class Organization extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false, length = 40)
  private String slug;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  @ColumnDefault("'FREE'")
  private Plan plan = Plan.FREE;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "billing_street", length = 200))
  @AttributeOverride(
      name = "postalCode",
      column = @Column(name = "billing_postal_code", length = 16))
  @AttributeOverride(name = "city", column = @Column(name = "billing_city", length = 100))
  @AttributeOverride(name = "country", column = @Column(name = "billing_country", length = 2))
  private Address billing;
}
