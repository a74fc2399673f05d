package dev.everstep.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What JMH measures with and without the agent: guarded calls by themselves, and a loop that does
 * what programs do. Many calls make one invocation, whose median an interruption does not move.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardedWork {
  private static final int CALLS = 1_000;
  private static final int LOOPS = 20;

  /** Where the thread is: in no segment, in none while another one is in one, or in one. */
  @Param({"outside", "step", "segment"})
  public String where = "outside";

  private final JsonMapper mapper = new JsonMapper();
  private final Map<String, Integer> stock = new HashMap<>();
  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
  private @Nullable AutoCloseable segment;

  /** What is written as JSON. */
  public record Order(String id, List<String> lines, Map<String, Integer> stock) {}

  /** Fills the map, and opens the segment. */
  @Setup(Level.Trial)
  public void open() throws Exception {
    for (int i = 0; i < 16; i++) {
      stock.put("sku-" + i, i);
    }
    segment =
        switch (where) {
          case "segment" -> enter();
          case "step" -> onAnotherThread();
          default -> null;
        };
  }

  /** Closes the segment. */
  @TearDown(Level.Trial)
  public void close() throws Exception {
    if (segment != null) {
      segment.close();
    }
  }

  /** Reads the clock, which a segment must not. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void clock(Blackhole hole) {
    for (int i = 0; i < CALLS && !where.equals("segment"); i++) {
      hole.consume(System.nanoTime());
    }
  }

  /** Makes the cheapest of the guarded calls, which a segment must not. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void locale(Blackhole hole) {
    for (int i = 0; i < CALLS && !where.equals("segment"); i++) {
      hole.consume(Locale.getDefault());
    }
  }

  /** Iterates a hash map of 16, which is guarded in the JDK. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public void iterate(Blackhole hole) {
    for (int i = 0; i < CALLS; i++) {
      int sum = 0;
      for (Map.Entry<String, Integer> entry : stock.entrySet()) {
        sum += entry.getValue();
      }
      hole.consume(sum);
    }
  }

  /** Makes an order, sorts and counts its lines, writes it as JSON and reads it. */
  @Benchmark
  @OperationsPerInvocation(LOOPS)
  public void mixed(Blackhole hole) throws JsonProcessingException {
    for (int i = 0; i < LOOPS; i++) {
      List<String> lines = new ArrayList<>();
      for (Map.Entry<String, Integer> entry : stock.entrySet()) {
        lines.add(entry.getKey() + "=" + entry.getValue());
        counts.merge(entry.getKey(), 1, Integer::sum);
      }
      Collections.sort(lines);
      String json = mapper.writeValueAsString(new Order("order-" + i, lines, stock));
      hole.consume(mapper.readTree(json).path("lines").size());
      if (!where.equals("segment")) {
        hole.consume(System.nanoTime());
      }
    }
  }

  private static @Nullable AutoCloseable enter() throws ReflectiveOperationException {
    Class<?> guard;
    try {
      guard = Class.forName("java.lang.EverstepGuard", true, null);
    } catch (ClassNotFoundException without) {
      return null;
    }
    Function<Map<String, Object>, @Nullable Throwable> hook =
        report -> new AssertionError(report.toString());
    Object entered =
        guard.getMethod("enter", Class.class, Function.class).invoke(null, GuardedWork.class, hook);
    return () -> guard.getMethod("leave", Object.class).invoke(null, entered);
  }

  private static @Nullable AutoCloseable onAnotherThread() throws InterruptedException {
    Supplier<@Nullable AutoCloseable> entering =
        () -> {
          try {
            return enter();
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        };
    // Its segment stays open, as long as the process lives.
    Thread other = new Thread(entering::get);
    other.start();
    other.join();
    return null;
  }
}
