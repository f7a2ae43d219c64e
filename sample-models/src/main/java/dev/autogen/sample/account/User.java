package dev.autogen.sample.account;

import dev.autogen.sample.common.Address;
import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** Someone who can sign in. */
@Entity
@Table(
    name = "users",
    uniqueConstraints = @UniqueConstraint(name = "users_email_key", columnNames = "email"))
@Comment("People who can sign in")
public class User extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(nullable = false, length = 320)
  private String email;

  @Column(name = "email_verified", nullable = false)
  @ColumnDefault("false")
  private boolean emailVerified;

  @Column(name = "display_name", nullable = false, length = 100)
  private String displayName;

  @Column(nullable = false, length = 35)
  @ColumnDefault("'en'")
  @Comment("Language tag (BCP 47)")
  private String locale = "en";

  @Embedded private Address home;
}
