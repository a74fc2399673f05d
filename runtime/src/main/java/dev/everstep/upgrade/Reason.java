package dev.everstep.upgrade;

import org.jspecify.annotations.Nullable;

/**
 * One reason of a {@link Verdict}.
 *
 * @param method the method, as frames call it
 * @param point the point's id; null if it is about a run that has not begun
 * @param local the local, argument or parameter; null if it is not about one
 * @param text whole sentences: what differs, where, and what to do; of a run that cannot go on,
 *     what the engine says of it when it is stuck
 * @param hint more that the step graphs tell; null if nothing
 */
public record Reason(
    Kind kind,
    String method,
    @Nullable String point,
    @Nullable String local,
    String text,
    @Nullable String hint) {

  /** What differs. The names are stable. */
  public enum Kind {
    /** The workflow, or the class of a durable method, is gone. */
    WORKFLOW_GONE(true),
    /** The code has no such point any more. */
    STEP_REMOVED(true),
    /** The point is in another method now. */
    STEP_MOVED(true),
    /** Under the point's id, something else is waited for. */
    KIND_CHANGED(true),
    /** The durable method is gone. */
    HELPER_GONE(true),
    /** The call that waits calls another durable method now. */
    HELPER_CHANGED(true),
    /** The code behind the point needs a local that is not stored. */
    LOCAL_MISSING(true),
    /** The code behind the point needs a local as another type than it is stored. */
    LOCAL_TYPE(true),
    /** The step has other parameters than its stored arguments. */
    ARGUMENTS(true),
    /** The workflow has other parameters than its stored input. */
    INPUT(true),
    /** Migration code of the user brings the frame to a point of now. */
    MIGRATED(false),
    /** A field that the stored value lacks gets a default. */
    DEFAULT_FIELD(false),
    /** A value is read as another type, with what that changes. */
    READ_OTHERWISE(false),
    /** A local keeps what earlier code computed in another way. */
    KEPT_LOCAL(false),
    /** A call that is under way keeps the arguments that earlier code gave it. */
    KEPT_ARGUMENTS(false),
    /** A sleep that is under way keeps its deadline. */
    KEPT_DEADLINE(false),
    /** Earlier code came to the point under other conditions. */
    REACHED_OTHERWISE(false),
    /** No step graph says how values were made that the earlier code computed. */
    NOT_COMPARED(false);

    private final boolean stops;

    Kind(boolean stops) {
      this.stops = stops;
    }

    /** Returns whether a run cannot go on because of it. */
    public boolean stops() {
      return stops;
    }
  }
}
