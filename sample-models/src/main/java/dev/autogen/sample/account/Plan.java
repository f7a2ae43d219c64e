package dev.autogen.sample.account;

/** What an organization pays for. */
public enum Plan {
  FREE,
  TEAM,
  BUSINESS
}
