package dev.autogen.model.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;

/** What only PostgreSQL has, by the definition of a column. */
public class Databases {

  @Entity(name = "network_host")
  public static class NetworkHost {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(columnDefinition = "inet not null default '127.0.0.1'")
    String address;

    @Column(columnDefinition = "cidr")
    String network;

    @Column(columnDefinition = "macaddr")
    String card;
  }

  @Entity(name = "span")
  public static class Span {
    @Id long id;

    @Column(columnDefinition = "int4range")
    String numbers;

    @Column(columnDefinition = "tstzrange default tstzrange(null, null)")
    String times;

    @Column(columnDefinition = "interval default '14 days'")
    String length;

    @Column(columnDefinition = "bit(4) default B'0101'")
    String flags;

    @Column(columnDefinition = "bit varying(8)")
    String more;
  }

  @Entity(name = "searched")
  @Table(
      indexes = @Index(name = "ix_searched_title", columnList = "title desc, id"),
      uniqueConstraints = @UniqueConstraint(name = "uk_searched_title", columnNames = "title"))
  public static class Searched {
    @Id
    @Column(unique = true)
    long id;

    @Column(unique = true, nullable = false)
    String title;

    @Generated
    @Column(
        columnDefinition =
            "tsvector generated always as (to_tsvector('simple'::regconfig, title)) stored",
        insertable = false,
        updatable = false)
    String words;

    @Column(columnDefinition = "xml")
    String source;
  }

  @Embeddable
  public static class LineId implements Serializable {
    @Column(name = "order_no", columnDefinition = "char(8)")
    String order;

    @Column(name = "line_no")
    short line;

    @Override
    public boolean equals(Object other) {
      return other instanceof LineId id && id.line == line && Objects.equals(id.order, order);
    }

    @Override
    public int hashCode() {
      return Objects.hash(order, line);
    }
  }

  @Entity(name = "order_line")
  @DynamicUpdate
  public static class OrderLine {
    @EmbeddedId LineId id;

    @ColumnDefault("CURRENT_DATE")
    LocalDate due;

    @ColumnDefault("(now() + '3 days'::interval)")
    Instant until;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "span_id", nullable = false)
    Span span;

    @OneToMany(mappedBy = "line")
    List<OrderPart> parts = new ArrayList<>();
  }

  @Entity(name = "order_part")
  public static class OrderPart {
    @Id
    @GeneratedValue(generator = "parts")
    @SequenceGenerator(name = "parts", sequenceName = "part_numbers", allocationSize = 1)
    int id;

    @ManyToOne
    @JoinColumn(name = "order_no", referencedColumnName = "order_no")
    @JoinColumn(name = "line_no", referencedColumnName = "line_no")
    OrderLine line;

    @Comment("dollars; 100%, \\ and ''quotes''")
    @ColumnDefault("'{1,2}'")
    int[] sizes;
  }

  @Entity(name = "mono_tree")
  public static class Tree {
    @Id
    @ColumnDefault("gen_random_uuid()")
    UUID id;

    @ManyToOne Tree parent;

    @Column(columnDefinition = "money default 0")
    String price;

    @Column(columnDefinition = "point")
    String place;

    @Column(columnDefinition = "timestamptz(3) default now()")
    Instant seen;
  }
}
