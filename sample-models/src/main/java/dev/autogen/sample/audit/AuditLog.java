package dev.autogen.sample.audit;

import dev.autogen.sample.account.User;
import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One change to one object, as it happened. */
@Entity
@Table(
    name = "audit_log",
    indexes = {
      @Index(name = "audit_log_object_idx", columnList = "object_type, object_id"),
      @Index(name = "audit_log_created_at_idx", columnList = "created_at desc")
    })
public class AuditLog extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_log_seq")
  @SequenceGenerator(name = "audit_log_seq", sequenceName = "audit_log_seq", allocationSize = 100)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "actor_id")
  private User actor;

  @Column(nullable = false, length = 40)
  private String action;

  @Column(name = "object_type", nullable = false, length = 60)
  private String objectType;

  @Column(name = "object_id", nullable = false)
  private Long objectId;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  @ColumnDefault("'{}'")
  @Comment("The values that changed, old and new")
  private Map<String, Object> payload;
}
