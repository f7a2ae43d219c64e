package dev.autogen.model.entities;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** The strategies of inheritance. */
public class Inheritance {

  @MappedSuperclass
  public abstract static class Audited {
    @Id @GeneratedValue Long id;
    @Version int version;

    @Column(nullable = false, updatable = false)
    Instant createdAt;
  }

  @Entity(name = "vehicle")
  public abstract static class Vehicle extends Audited {
    String name;
  }

  @Entity(name = "car")
  public static class Car extends Vehicle {
    int doors;

    @Column(nullable = false)
    String plate;
  }

  @Entity(name = "truck")
  public static class Truck extends Vehicle {
    double load;
    @ManyToOne Car follows;
  }

  @Entity(name = "payment")
  @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
  @DiscriminatorValue("P")
  public abstract static class Payment extends Audited {
    long cents;
  }

  @Entity(name = "card_payment")
  @DiscriminatorValue("C")
  public static class CardPayment extends Payment {
    String number;
  }

  @Entity(name = "bank_payment")
  @DiscriminatorValue("B")
  public static class BankPayment extends Payment {
    String iban;
  }

  @Entity(name = "shape")
  @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
  @DiscriminatorValue("0")
  public static class Shape extends Audited {}

  @Entity(name = "circle")
  @DiscriminatorValue("1")
  public static class Circle extends Shape {
    double radius;
  }

  @Entity(name = "animal")
  @jakarta.persistence.Inheritance(strategy = InheritanceType.JOINED)
  public static class Animal extends Audited {
    String name;
  }

  @Entity(name = "dog")
  @OnDelete(action = OnDeleteAction.CASCADE)
  public static class Dog extends Animal {
    String breed;
  }

  @Entity(name = "cat")
  @PrimaryKeyJoinColumn(name = "cat_id")
  public static class Cat extends Animal {
    @OneToMany List<Dog> enemies = new ArrayList<>();
  }

  @Entity(name = "document")
  @jakarta.persistence.Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
  public abstract static class Document extends Audited {
    @Column(unique = true)
    String title;
  }

  @Entity(name = "invoice")
  public static class Invoice extends Document {
    long total;
    @ManyToOne Animal about;
  }

  @Entity(name = "contract")
  public static class Contract extends Document {
    String party;
  }

  @Entity(name = "joined_with_kind")
  @jakarta.persistence.Inheritance(strategy = InheritanceType.JOINED)
  @DiscriminatorColumn(name = "kind", length = 20)
  public static class JoinedWithKind extends Audited {}

  @Entity(name = "joined_one")
  public static class JoinedOne extends JoinedWithKind {
    String extra;
  }
}
