package dev.autogen.sample.trip;

import dev.autogen.sample.account.Organization;
import dev.autogen.sample.account.User;
import dev.autogen.sample.common.Money;
import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Length;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** A journey, from the first idea to the last bill. */
@Entity
@Table(
    name = "trips",
    indexes = {
      @Index(name = "trips_owner_id_idx", columnList = "owner_id"),
      @Index(name = "trips_archived_at_idx", columnList = "archived_at"),
      @Index(
          name = "trips_organization_id_starts_on_idx",
          columnList = "organization_id, starts_on desc")
    })
@Check(name = "trips_dates_check", constraints = "ends_on >= starts_on")
@Comment("Journeys, from the first idea to the last bill")
public class Trip extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trips_seq")
  @SequenceGenerator(name = "trips_seq", sequenceName = "trips_seq", allocationSize = 20)
  private Long id;

  @Version
  @Column(nullable = false)
  private int version;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "owner_id", nullable = false)
  private User owner;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "organization_id")
  private Organization organization;

  @Column(nullable = false, length = 200)
  private String title;

  @Column(length = Length.LONG32)
  private String notes;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  @ColumnDefault("'DRAFT'")
  private TripStatus status = TripStatus.DRAFT;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "archived_at")
  @Comment("When its owner put it away, if ever")
  private Instant archivedAt;

  @Embedded
  @AttributeOverride(
      name = "amount",
      column = @Column(name = "budget_amount", precision = 12, scale = 2))
  @AttributeOverride(name = "currency", column = @Column(name = "budget_currency", length = 3))
  private Money budget;

  @ElementCollection
  @CollectionTable(name = "trip_links", joinColumns = @JoinColumn(name = "trip_id"))
  @OrderColumn(name = "position")
  @Column(name = "url", nullable = false, length = 2000)
  private List<String> links = new ArrayList<>();

  @ManyToMany
  @JoinTable(
      name = "trip_tags",
      joinColumns = @JoinColumn(name = "trip_id"),
      inverseJoinColumns = @JoinColumn(name = "tag_id"))
  private Set<Tag> tags = new HashSet<>();

  @OneToMany(mappedBy = "trip")
  private List<Traveler> travelers = new ArrayList<>();

  @OneToMany(mappedBy = "trip")
  private List<PackingItem> packingList = new ArrayList<>();
}
