package dev.autogen.sample.common;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Generated;

/** An entity whose row says when it was created; the database fills it in. */
@MappedSuperclass
public abstract class Timestamped {

  @Generated
  @Column(name = "created_at", nullable = false, updatable = false)
  @ColumnDefault("CURRENT_TIMESTAMP")
  private Instant createdAt;

  public Instant createdAt() {
    return createdAt;
  }
}
