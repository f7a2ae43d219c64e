package dev.autogen.sample.trip;

import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A thing not to be forgotten. */
@Entity
@Table(
    name = "packing_items",
    indexes = @Index(name = "packing_items_trip_id_idx", columnList = "trip_id"))
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 20)
@DiscriminatorValue("ITEM")
public class PackingItem extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "trip_id", nullable = false)
  @OnDelete(action = OnDeleteAction.CASCADE)
  private Trip trip;

  @Column(nullable = false, length = 100)
  private String name;

  @Column(nullable = false)
  @ColumnDefault("1")
  @Check(name = "packing_items_quantity_check", constraints = "quantity > 0")
  private int quantity = 1;

  @Column(nullable = false)
  @ColumnDefault("false")
  private boolean packed;
}
