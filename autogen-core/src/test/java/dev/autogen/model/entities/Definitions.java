package dev.autogen.model.entities;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;

/** Defaults, checks, comments, generated columns, indexes, generators and names. */
public class Definitions {

  @Entity(name = "defaults")
  @Comment("It''s a table with \"quotes\" and\na second line")
  public static class Defaults {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @ColumnDefault("gen_random_uuid()")
    UUID id;

    @ColumnDefault("'new'")
    @Comment("The state; one of ''new'', ''old''")
    String state;

    @ColumnDefault("false")
    boolean verified;

    @ColumnDefault("0")
    int count;

    @ColumnDefault("-1.5")
    double ratio;

    @Column(columnDefinition = "timestamptz default now() not null")
    Instant createdAt;

    @Column(columnDefinition = "varchar(20) default 'a, b (c)' not null")
    String words;

    @Column(columnDefinition = "jsonb not null default '{}'")
    String payload;

    @Column(columnDefinition = "numeric(10, 2) default 0.00 check (checked >= 0)")
    Double checked;

    @Column(columnDefinition = "varchar(10) collate \"C\"")
    String collated;

    @Column(columnDefinition = "double precision default (1 + 2)")
    Double sum;

    @Column(columnDefinition = "text[] default array['a', 'b']::text[]")
    String[] list;

    @Column(columnDefinition = "timestamp with time zone default (now() at time zone 'utc')")
    Instant utc;

    @Collate("de-x-icu")
    String german;

    @ColumnDefault("current_timestamp")
    Instant at;
  }

  @Entity(name = "generated_columns")
  public static class GeneratedColumns {
    @Id long id;
    String first;
    String last;

    @GeneratedColumn("first || ' ' || last")
    String fullName;

    @Formula("length(first)")
    Integer length;

    @Column(columnDefinition = "bigint generated always as identity")
    Long number;
  }

  @Entity(name = "checked")
  @Check(constraints = "low < high")
  @Check(name = "positive_low", constraints = "low > 0")
  public static class Checked {
    @Id long id;
    int low;
    int high;

    @Check(constraints = "even % 2 = 0")
    int even;

    @Check(name = "short_code", constraints = "length(code) < 5")
    String code;
  }

  @Entity(name = "indexed")
  @Table(
      indexes = {
        @Index(columnList = "a"),
        @Index(name = "ix_b_desc", columnList = "b desc, a"),
        @Index(name = "ux_c", columnList = "c", unique = true),
        @Index(columnList = "a, c", unique = true)
      },
      uniqueConstraints = {
        @UniqueConstraint(columnNames = "d"),
        @UniqueConstraint(
            name = "uq_d_e",
            columnNames = {"d", "e"})
      })
  public static class Indexed {
    @Id long id;
    String a;
    String b;
    String c;
    String d;

    @Column(unique = true)
    String e;

    @NaturalId String isbn;
  }

  @Entity(name = "natural_pair")
  public static class NaturalPair {
    @Id long id;
    @NaturalId String leftName;
    @NaturalId @ManyToOne Checked partner;
  }

  @Entity(name = "sequenced")
  public static class Sequenced {
    @Id
    @GeneratedValue(generator = "numbers")
    @SequenceGenerator(
        name = "numbers",
        sequenceName = "number_seq",
        initialValue = 1000,
        allocationSize = 10)
    Long id;
  }

  @Entity(name = "tabled")
  public static class Tabled {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "tabled")
    @TableGenerator(name = "tabled", table = "hi_values", pkColumnName = "k", valueColumnName = "v")
    Long id;
  }

  @Entity(name = "short_identity")
  public static class ShortIdentity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    short id;
  }

  @Entity
  @Table(name = "\"order\"")
  public static class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "`Mixed Case`")
    String mixed;

    @Column(name = "\"user\"")
    String user;

    @Column(name = "CamelCase", unique = true)
    String camelCase;

    @Column(name = "`dotted.name`")
    String dotted;

    @ManyToOne Order parent;

    @OneToMany(mappedBy = "parent")
    List<Order> children = new ArrayList<>();
  }

  @Entity
  @Table(name = "a_table_whose_name_is_longer_than_the_sixty_three_bytes_of_postgresql")
  public static class LongName {
    @Id long id;

    @Column(name = "a_column_whose_name_is_longer_than_the_sixty_three_bytes_of_postgresql")
    String column;

    @Column(name = "grüße_und_ähnliches")
    @Basic(optional = false)
    String umlaut;
  }

  @Entity
  @Table(name = "elsewhere", schema = "other")
  public static class Elsewhere {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "elsewhere_gen", schema = "other", sequenceName = "elsewhere_seq")
    long id;

    @ManyToOne Checked checked;
    @ManyToOne Elsewhere next;
  }

  @Entity(name = "seen")
  @Immutable
  @View(query = "select id, low from checked")
  public static class Seen {
    @Id long id;
    int low;
  }

  @Entity(name = "selected")
  @Immutable
  @Subselect("select id, high from checked")
  public static class Selected {
    @Id long id;
    int high;
  }
}
