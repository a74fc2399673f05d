package dev.everstep.probes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** What a project keeps for the whole process. */
final class Shared {
  static int count;
  static String last = "";
  static boolean maintenance;
  static final List<String> SEEN = new ArrayList<>();
  static final Map<String, Double> RATES = new HashMap<>();
  static final AtomicInteger SEQUENCE = new AtomicInteger();
  static final int[] TOTALS = new int[4];

  private Shared() {}

  static int next() {
    return ++count;
  }

  static String nextId() {
    return "order-" + next();
  }

  /** Numbers in a row. */
  static final class Numbers implements IntSupplier {
    @Override
    public int getAsInt() {
      return next();
    }
  }
}
