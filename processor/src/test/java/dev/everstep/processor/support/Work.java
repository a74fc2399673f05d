package dev.everstep.processor.support;

import dev.everstep.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Functions that log what they do; the log is what two runs are compared by. */
public final class Work {
  private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

  /** Creates an instance for instance functions. */
  public Work() {}

  /** Returns the log and empties it. */
  public static List<String> drain() {
    List<String> all = new ArrayList<>(LOG);
    LOG.clear();
    return all;
  }

  /** Adds to the log. */
  public static void log(String line) {
    LOG.add(line);
  }

  /** A void function. */
  public static void note(String line) {
    log("note " + line);
  }

  /** Logs and returns what it is given: plain code whose evaluation can be seen. */
  public static <T> T seen(T value) {
    log("seen " + value);
    return value;
  }

  public static int inc(int n) {
    log("inc " + n);
    return n + 1;
  }

  public static long twice(long n) {
    log("twice " + n);
    return 2 * n;
  }

  public static boolean isOdd(int n) {
    log("isOdd " + n);
    return n % 2 != 0;
  }

  public static String text(String of) {
    log("text " + of);
    return "<" + of + ">";
  }

  public static String none() {
    log("none");
    return "none";
  }

  public static int[] numbers(int count) {
    log("numbers " + count);
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i * 10;
    }
    return all;
  }

  public static List<String> split(String text) {
    log("split " + text);
    return new ArrayList<>(List.of(text.split(",")));
  }

  public static String join(List<String> parts, String by) {
    log("join " + parts);
    return String.join(by, parts);
  }

  public static String first(String[] parts) {
    log("first " + parts.length);
    return parts[0];
  }

  public static int fail(String how) throws IOException {
    log("fail " + how);
    switch (how) {
      case "io":
        throw new IOException("io");
      case "state":
        throw new IllegalStateException("state");
      case "arg":
        throw new IllegalArgumentException("arg");
      default:
        return how.length();
    }
  }

  public String member(String of) {
    log("member " + of);
    return of + "!";
  }

  public static String keyed(StepContext step, String of) {
    log("keyed " + of);
    return step.idempotencyKey() + of;
  }

  public String keyedMember(StepContext step, int n) {
    log("keyedMember " + n);
    return step.stepId() + n;
  }

  /** A generic class with a function. */
  public static final class Box<T> {
    public int size(int n) {
      return n;
    }
  }
}
