package dev.everstep.processor.upgrade;

import dev.everstep.annotations.Function;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Functions that log what they are called with; both versions of a workflow see the same class. */
public final class World {
  private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

  private World() {}

  /** Adds a line to the log. */
  static void log(String line) {
    LOG.add(line);
  }

  /** Returns the log and empties it. */
  static List<String> drain() {
    synchronized (LOG) {
      List<String> all = List.copyOf(LOG);
      LOG.clear();
      return all;
    }
  }

  /** Logs a call, for functions and inline steps of the workflows themselves. */
  public static String call(String name, Object... arguments) {
    log(name + Arrays.toString(arguments));
    return name + Arrays.toString(arguments);
  }

  @Function
  public static String work(String of) {
    call("work", of);
    return of + ".";
  }

  @Function
  public static String other(String of) {
    call("other", of);
    return of + ",";
  }

  @Function
  public static void note(String text) {
    call("note", text);
  }

  @Function
  public static int count(String text) {
    call("count", text);
    return text.length();
  }

  @Function
  public static boolean isLong(String text) {
    call("isLong", text);
    return text.length() > 3;
  }

  @Function
  public static List<String> split(String text) {
    call("split", text);
    return new ArrayList<>(List.of(text + "1", text + "2", text + "3"));
  }

  @Function
  public static String fail(String text) throws IOException {
    call("fail", text);
    throw new IOException(text);
  }
}
