package dev.everstep.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The mixed loop of {@link GuardedWork} in CPU time, the least of many batches, which other work on
 * the machine disturbs less than it does JMH's wall clock.
 */
final class MixedLoop {
  private static final int BATCH = 500;

  private MixedLoop() {}

  /** Takes how many batches; prints a word and the least nanoseconds of a loop. */
  public static void main(String[] args) throws IOException {
    int batches = Integer.parseInt(args[0]);
    JsonMapper mapper = new JsonMapper();
    Map<String, Integer> stock = new HashMap<>();
    for (int i = 0; i < 16; i++) {
      stock.put("sku-" + i, i);
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    long sum = 0;
    for (int batch = 0; batch < batches; batch++) {
      long begin = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < BATCH; i++) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Integer> entry : stock.entrySet()) {
          lines.add(entry.getKey() + "=" + entry.getValue());
        }
        Collections.sort(lines);
        String json = mapper.writeValueAsString(new GuardedWork.Order("order-" + i, lines, stock));
        sum += mapper.readTree(json).path("lines").size() + System.nanoTime() % 2;
      }
      least = Math.min(least, threads.getCurrentThreadCpuTime() - begin);
    }
    System.out.printf(Locale.ROOT, "%d %.1f%n", batches, (double) least / BATCH);
    if (sum == 0) {
      throw new IllegalStateException("nothing was computed");
    }
  }
}
