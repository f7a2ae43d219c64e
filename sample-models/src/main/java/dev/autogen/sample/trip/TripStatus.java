package dev.autogen.sample.trip;

/** How far a trip has come. A type of its own in PostgreSQL. */
public enum TripStatus {
  DRAFT,
  PLANNED,
  UNDER_WAY,
  DONE
}
