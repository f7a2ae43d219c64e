package dev.autogen.sample.account;

import dev.autogen.sample.common.Timestamped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Check;

/** An invitation that waits for an answer. */
@Entity
@Table(
    name = "organization_invites",
    uniqueConstraints =
        @UniqueConstraint(
            name = "organization_invites_organization_id_email_key",
            columnNames = {"organization_id", "email"}),
    indexes = @Index(name = "organization_invites_expires_at_idx", columnList = "expires_at"))
@Check(name = "organization_invites_expires_at_check", constraints = "expires_at > created_at")
public class OrganizationInvite extends Timestamped {

  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "organization_id", nullable = false)
  private Organization organization;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "invited_by_id",
      foreignKey = @ForeignKey(name = "organization_invites_invited_by_fk"))
  private User invitedBy;

  @Column(nullable = false, length = 320)
  private String email;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private MemberRole role;

  @Column(nullable = false, unique = true, length = 64)
  private String token;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;
}
