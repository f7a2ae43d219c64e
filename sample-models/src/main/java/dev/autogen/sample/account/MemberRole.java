package dev.autogen.sample.account;

/** What a member of an organization may do. */
public enum MemberRole {
  OWNER,
  PLANNER,
  GUEST
}
