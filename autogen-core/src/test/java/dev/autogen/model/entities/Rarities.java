package dev.autogen.model.entities;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SortNatural;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** Mappings that few applications use. */
public class Rarities {

  public enum Level {
    LOW,
    HIGH
  }

  @MappedSuperclass
  public abstract static class Identified<K extends Serializable> {
    @Id K key;
    @Version Timestamp changed;
  }

  @Entity(name = "generic_child")
  public static class GenericChild extends Identified<Integer> {
    @CreationTimestamp Instant created;
  }

  @Embeddable
  public static class Settings {
    @Column(nullable = false)
    String theme;

    @Enumerated(EnumType.STRING)
    Level level;

    Integer size;
  }

  @Entity(name = "with_json")
  public static class WithJson {
    @Id @UuidGenerator UUID id;

    @Embedded
    @JdbcTypeCode(SqlTypes.JSON)
    Settings settings;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Settings> many;
  }

  /** A point in the plane. */
  @Embeddable
  @Struct(name = "plane_point")
  public static class Point {
    double x;
    double y;
  }

  @Entity(name = "with_struct")
  public static class WithStruct {
    @Id long id;
    @Embedded Point point;
  }

  @Entity(name = "soft")
  @SoftDelete
  public static class Soft {
    @Id @GeneratedValue Long id;
    @ElementCollection @SoftDelete List<String> words = new ArrayList<>();
  }

  @Entity(name = "soft_active")
  @SoftDelete(columnName = "state")
  public static class SoftActive {
    @Id @GeneratedValue Long id;
  }

  @Entity(name = "with_any")
  public static class WithAny {
    @Id @GeneratedValue Long id;

    @Any
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "S", entity = Soft.class)
    @AnyDiscriminatorValue(discriminator = "T", entity = Tenant.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "target_type")
    @JoinColumn(name = "target_id")
    Object target;
  }

  @Entity(name = "tenant_row")
  public static class Tenant {
    @Id @GeneratedValue Long id;
    @TenantId String tenant;

    @NaturalId(mutable = true)
    String name;
  }

  @Entity(name = "partitioned")
  public static class Partitioned {
    @Id @GeneratedValue Long id;
    @PartitionKey Integer year;
  }

  @Entity(name = "bags")
  public static class Bags {
    @Id @GeneratedValue Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "bag_id"), generator = "increment")
    @CollectionIdJavaType(org.hibernate.type.descriptor.java.LongJavaType.class)
    @CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
    Collection<String> words = new ArrayList<>();

    @ElementCollection
    @ListIndexBase(1)
    @jakarta.persistence.OrderColumn(name = "nth", nullable = false)
    List<BigDecimal> sums = new ArrayList<>();

    @ElementCollection @SortNatural SortedSet<String> sorted = new TreeSet<>();

    @ElementCollection Map<Level, Level> levels = new HashMap<>();

    @OneToMany
    @MapKey(name = "name")
    Map<String, Tenant> tenants = new HashMap<>();

    @OneToMany
    @JoinTable(name = "bag_generics")
    List<GenericChild> generics = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Level level;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    Types.Mood mood;
  }

  @Entity(name = "two_parts")
  @SecondaryTable(name = "part_two")
  @SecondaryTable(name = "part_three")
  public static class TwoParts {
    @Id @GeneratedValue Long id;

    @Column(table = "part_two", unique = true, nullable = false)
    String second;

    @ManyToOne
    @JoinColumn(table = "part_three")
    TwoParts third;

    @ManyToOne
    @JoinTable(name = "two_parts_link")
    Tenant linked;

    @OneToOne
    @JoinTable(name = "two_parts_pair")
    Tenant pair;

    @ManyToMany(mappedBy = "manyOthers")
    List<TwoParts> others = new ArrayList<>();

    @ManyToMany List<TwoParts> manyOthers = new ArrayList<>();
  }
}
