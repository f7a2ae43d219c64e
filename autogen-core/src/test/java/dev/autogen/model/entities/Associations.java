package dev.autogen.model.entities;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Every kind of association, with and without tables of their own. */
public class Associations {

  @Entity(name = "country")
  public static class Country {
    @Id
    @Column(length = 2)
    String code;

    @Column(nullable = false, unique = true)
    String name;

    @Column(unique = true)
    Integer dialCode;
  }

  @Entity(name = "city")
  public static class City {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    Country country;

    @ManyToOne
    @JoinColumn(name = "twin_id", foreignKey = @ForeignKey(name = "fk_city_twin"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    City twin;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    City unchecked;

    @ManyToOne
    @JoinColumn(
        name = "sister_id",
        foreignKey =
            @ForeignKey(
                name = "fk_city_sister",
                foreignKeyDefinition =
                    "foreign key (sister_id) references city (id) on delete set null"
                        + " deferrable initially deferred"))
    City sister;

    @ManyToOne
    @JoinColumn(name = "by_name", referencedColumnName = "name")
    Country byName;
  }

  @Entity(name = "guide")
  public static class Guide {
    @Id @GeneratedValue Long id;

    @ManyToMany Set<City> cities = new HashSet<>();

    @ManyToMany
    @JoinTable(
        name = "guide_favourite",
        joinColumns = @JoinColumn(name = "guide_id"),
        inverseJoinColumns = @JoinColumn(name = "city_id"),
        uniqueConstraints =
            @UniqueConstraint(
                name = "uq_favourite",
                columnNames = {"guide_id", "city_id"}))
    List<City> favourites = new ArrayList<>();

    @OneToMany Set<Country> licences = new HashSet<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "guide_id")
    @OrderColumn(name = "position")
    List<Tour> tours = new ArrayList<>();

    @OneToMany(mappedBy = "guide")
    Set<Review> reviews = new HashSet<>();

    @ManyToMany
    @MapKeyColumn(name = "alias", length = 40)
    Map<String, City> aliases = new HashMap<>();

    @OneToOne Passport passport;

    @OneToOne(optional = false)
    @JoinColumn(name = "home_id", unique = true)
    City home;
  }

  @Entity(name = "tour")
  public static class Tour {
    @Id @GeneratedValue Long id;
    String title;

    @ManyToMany(mappedBy = "tours")
    Set<Label> labels = new HashSet<>();
  }

  @Entity(name = "label")
  public static class Label {
    @Id @GeneratedValue Long id;
    @ManyToMany List<Tour> tours = new ArrayList<>();
  }

  @Entity(name = "review")
  public static class Review {
    @EmbeddedId ReviewId id;

    @MapsId("guideId")
    @ManyToOne
    Guide guide;

    @MapsId("tourId")
    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Tour tour;

    @Column(length = 4000)
    String text;
  }

  @Embeddable
  public static class ReviewId implements Serializable {
    Long guideId;
    Long tourId;

    @Override
    public boolean equals(Object other) {
      return other instanceof ReviewId id
          && Objects.equals(id.guideId, guideId)
          && Objects.equals(id.tourId, tourId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(guideId, tourId);
    }
  }

  @Entity(name = "reply")
  public static class Reply {
    @Id @GeneratedValue Long id;

    @ManyToOne
    @JoinColumns({
      @JoinColumn(name = "to_guide", referencedColumnName = "guide_id"),
      @JoinColumn(name = "to_tour", referencedColumnName = "tour_id")
    })
    Review review;
  }

  @Entity(name = "passport")
  @SecondaryTable(
      name = "passport_scan",
      pkJoinColumns = @PrimaryKeyJoinColumn(name = "passport_id"))
  public static class Passport {
    @Id Long id;

    @Column(table = "passport_scan")
    byte[] scan;

    @OneToOne(mappedBy = "passport")
    Guide guide;
  }

  @Entity(name = "profile")
  public static class Profile {
    @Id Long id;

    @OneToOne @MapsId Guide guide;
  }

  @Entity(name = "booking")
  @IdClass(BookingId.class)
  @Table(
      uniqueConstraints = {
        @UniqueConstraint(
            name = "uq_booking_seat",
            columnNames = {"tour_id", "seat"}),
        @UniqueConstraint(columnNames = {"seat", "day"})
      })
  public static class Booking {
    @Id @ManyToOne Tour tour;
    @Id Integer day;
    Integer seat;
  }

  /** The identifier of a booking. */
  public static class BookingId implements Serializable {
    Long tour;
    Integer day;

    @Override
    public boolean equals(Object other) {
      return other instanceof BookingId id
          && Objects.equals(id.tour, tour)
          && Objects.equals(id.day, day);
    }

    @Override
    public int hashCode() {
      return Objects.hash(tour, day);
    }
  }
}
