package dev.everstep.agent.boot;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which threads execute a segment, and is called before every guarded call. Outside segments
 * that costs the look at one number. Thread-safe; a segment is confined to its thread.
 *
 * <p>What is decided about a call is the judge's business, which the agent installs. It gets an
 * array, since no type of the agent can be named here: the site, what the call is made on or null,
 * and the {@link Segment}'s boundary, hook and list of what to ask at its end.
 */
public final class Guard {
  private static final AtomicInteger SEGMENTS = new AtomicInteger();
  private static final ThreadLocal<@Nullable Segment> CURRENT = new ThreadLocal<>();

  private static volatile @Nullable Function<@Nullable Object[], @Nullable Throwable> judge;
  private static volatile @Nullable BiFunction<byte[], Class<?>, byte[]> hiddenClasses;

  private Guard() {}

  /** What a thread executes between two suspension points. */
  public static final class Segment {
    final Class<?> boundary;
    final Function<Map<String, Object>, @Nullable Throwable> hook;
    final @Nullable Segment outer;
    final List<Supplier<@Nullable Throwable>> atEnd = new ArrayList<>(0);
    @Nullable Throwable violation;
    boolean judging;

    Segment(
        Class<?> boundary,
        Function<Map<String, Object>, @Nullable Throwable> hook,
        @Nullable Segment outer) {
      this.boundary = boundary;
      this.hook = hook;
      this.outer = outer;
    }
  }

  /**
   * Says who decides, and who looks into hidden classes; the first ones stay. Returns whether these
   * are the caller's.
   *
   * @param definer gets the code of a hidden class and the class that defines it; returns the code
   *     to define
   */
  public static synchronized boolean install(
      Function<@Nullable Object[], @Nullable Throwable> by,
      BiFunction<byte[], Class<?>, byte[]> definer) {
    if (judge != null) {
      return false;
    }
    hiddenClasses = definer;
    judge = by;
    return true;
  }

  /**
   * Begins a segment on this thread.
   *
   * @param boundary the class whose frames are the engine's, below all of the body's
   * @param hook makes the error of a violation, or logs a warning and returns null
   * @return what {@link #leave} wants
   */
  public static Object enter(
      Class<?> boundary, Function<Map<String, Object>, @Nullable Throwable> hook) {
    Segment segment = new Segment(boundary, hook, CURRENT.get());
    CURRENT.set(segment);
    SEGMENTS.incrementAndGet();
    return segment;
  }

  /**
   * Ends a segment.
   *
   * @return its first violation, whether or not the body let it through; null if there was none
   */
  public static @Nullable Throwable leave(Object entered) {
    Segment segment = (Segment) entered;
    segment.judging = true;
    SEGMENTS.decrementAndGet();
    if (segment.outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(segment.outer);
    }
    for (int i = 0; i < segment.atEnd.size() && segment.violation == null; i++) {
      segment.violation = segment.atEnd.get(i).get();
    }
    return segment.violation;
  }

  /** Is called before a guarded call. */
  public static void call(int site) {
    if (SEGMENTS.get() != 0) {
      check(site, null);
    }
  }

  /** Is called before a call that is judged by what it is made on. */
  public static void value(@Nullable Object on, int site) {
    if (SEGMENTS.get() != 0) {
      check(site, on);
    }
  }

  /** Is called before a method handle is looked up. */
  public static void handle(Class<?> owner, String member, Object type, int site) {
    if (SEGMENTS.get() != 0) {
      check(site, new Object[] {owner, member, type});
    }
  }

  /**
   * Is called with the code of a hidden class, which no transformer is shown.
   *
   * @return the code to define
   */
  public static byte @Nullable [] hidden(byte @Nullable [] code, MethodHandles.Lookup by) {
    BiFunction<byte[], Class<?>, byte[]> definer = hiddenClasses;
    if (code == null || definer == null) {
      return code; // the JDK says what is wrong with no code
    }
    Segment segment = CURRENT.get();
    if (segment == null || segment.judging) {
      return definer.apply(code, by.lookupClass());
    }
    segment.judging = true;
    try {
      return definer.apply(code, by.lookupClass());
    } finally {
      segment.judging = false;
    }
  }

  private static void check(int site, @Nullable Object on) {
    Segment segment = CURRENT.get();
    Function<@Nullable Object[], @Nullable Throwable> by = judge;
    if (segment == null || segment.judging || by == null) {
      return;
    }
    segment.judging = true;
    Throwable violation;
    try {
      violation =
          by.apply(
              new @Nullable Object[] {site, on, segment.boundary, segment.hook, segment.atEnd});
    } finally {
      segment.judging = false;
    }
    if (violation != null) {
      if (segment.violation == null) {
        segment.violation = violation;
      }
      throw Guard.<RuntimeException>sneaky(violation);
    }
  }

  @SuppressWarnings("unchecked") // the cast is erased; what the hook makes is an error
  private static <X extends Throwable> X sneaky(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
