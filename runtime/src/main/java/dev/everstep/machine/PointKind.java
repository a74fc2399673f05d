package dev.everstep.machine;

/** What kind of suspension point; the lower-case name is the first part of the point's id. */
public enum PointKind {
  /** A function or an inline step. */
  STEP,
  /** A sleep of a duration or until an instant. */
  SLEEP,
  /** A call of a durable method, which pushes a frame. */
  CALL
}
