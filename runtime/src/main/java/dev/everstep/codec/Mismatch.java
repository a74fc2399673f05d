package dev.everstep.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why stored work does not fit code, in the words that a stuck run shows. The engine finds it by
 * reading, the check of an upgrade by comparing step graphs; both take the words from here.
 *
 * @param method the frame's method
 * @param point the id of the suspension point at which it waits
 * @param local the local that does not fit; null if it is not about one
 * @param text whole sentences: what does not fit, where, and what to do
 */
public record Mismatch(String method, String point, @Nullable String local, String text) {
  /** Why a value of another type is not read. */
  public static final String NOT_KEPT = "The value would not be kept.";

  /** The code has no such method, or the method no such point. */
  public static Mismatch unknownPoint(String method, String point) {
    return new Mismatch(
        method,
        point,
        null,
        "the code has no suspension point for a stored frame: method="
            + method
            + ", point="
            + point
            + ". Deploy code that has it; the run then continues.");
  }

  /**
   * The code wants a local that is not stored.
   *
   * @param wanted its type, by simple names
   * @param stored the names of the locals that are
   */
  public static Mismatch missing(
      String method, String point, String local, String wanted, List<String> stored) {
    return new Mismatch(
        method,
        point,
        local,
        "a live local is not stored: method="
            + method
            + ", point="
            + point
            + ", local="
            + local
            + ", wanted="
            + wanted
            + ", stored="
            + stored
            + ". Deploy code that does not need it behind this point; the run then continues.");
  }

  /**
   * A local is stored as something else than the code wants.
   *
   * @param stored the type that it was stored with, by simple names
   * @param wanted the type that the code wants, by simple names
   * @param reason a sentence
   */
  public static Mismatch unfit(
      String method, String point, String local, String stored, String wanted, String reason) {
    return new Mismatch(
        method,
        point,
        local,
        "a stored local does not fit the code: method="
            + method
            + ", point="
            + point
            + ", local="
            + local
            + ", stored="
            + stored
            + ", wanted="
            + wanted
            + ". "
            + reason
            + " Deploy code in which the types fit; the run then continues.");
  }

  /**
   * A frame belongs to another method than the code calls where the frame around it waits.
   *
   * @param method of the frame around it
   * @param stored what the frame calls its method
   * @param called what frames of the method are called that the code calls
   */
  public static Mismatch otherCallee(String method, String point, String stored, String called) {
    return new Mismatch(
        method,
        point,
        null,
        "a stored frame belongs to another method than the code calls: method="
            + method
            + ", point="
            + point
            + ", stored="
            + stored
            + ", called="
            + called
            + ". Deploy code that calls it there; the run then continues.");
  }

  /** A step has more or fewer parameters than its stored arguments. */
  public static Mismatch argumentCount(String method, String point, int found, int wanted) {
    return new Mismatch(
        method,
        point,
        null,
        "the number of stored arguments does not fit the step: method="
            + method
            + ", point="
            + point
            + ", found="
            + found
            + ", wanted="
            + wanted
            + ". Deploy code with the parameters that were stored; the run then continues.");
  }

  /**
   * A step has a parameter of another type than the stored argument.
   *
   * @param reason a sentence
   */
  public static Mismatch argument(
      String method, String point, String parameter, String stored, String wanted, String reason) {
    return new Mismatch(
        method,
        point,
        parameter,
        "a stored argument does not fit the step: method="
            + method
            + ", point="
            + point
            + ", parameter="
            + parameter
            + ", stored="
            + stored
            + ", wanted="
            + wanted
            + ". "
            + reason
            + " Deploy code in which the types fit; the run then continues.");
  }

  /**
   * Migration code threw, or did not get or give what it should.
   *
   * @param reason a sentence
   */
  public static Mismatch migration(String method, String point, String to, String reason) {
    return new Mismatch(
        method,
        point,
        null,
        "the migration of a stored frame failed: method="
            + method
            + ", from="
            + point
            + ", to="
            + to
            + ". "
            + reason
            + " Nothing was changed. Deploy a migration that fits this run; it then continues.");
  }
}
