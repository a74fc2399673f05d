package dev.everstep.journal.embedded;

import dev.everstep.RunStatus;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Compares commits with appending and syncing the same bytes to a file of zeros, in alternating
 * rounds of one process. Prints ratios, the only thing worth quoting; see docs/journal.md.
 */
final class CommitBenchmark {
  private static final int ROUNDS = 5;
  private static final int SINGLE = 400;
  private static final int WRITERS = 64;
  private static final int EACH = 60;
  private static final String FILLER = "x".repeat(400);

  private CommitBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path base = Files.createTempDirectory(Path.of(args[0]), "bench");
    for (int round = 0; round <= ROUNDS; round++) {
      Path directory = base.resolve("r" + round);
      try (EmbeddedJournal journal = EmbeddedJournal.open(directory)) {
        List<Transition> script = script("single", SINGLE);
        int bytes = Records.transition(script.get(1)).length + Frames.HEADER_BYTES + 4;
        double raw = raw(base.resolve("raw"), SINGLE, bytes);
        double ours = single(journal, script);
        // One write and sync for a record of each writer: the best that group commit could do.
        double rawGroup = WRITERS * 1e6 / raw(base.resolve("raw"), EACH, bytes * WRITERS);
        double group = group(journal);
        String name = round == 0 ? "warm-up" : "round " + round;
        print(name, raw, ours, rawGroup, group);
      }
    }
    for (int entries : new int[] {10, 100_000}) {
      Path directory = base.resolve("open" + entries);
      try (EmbeddedJournal journal = EmbeddedJournal.open(directory)) {
        Transition last = Transitions.commit(journal, Transitions.start("long"));
        while (last.head().seq() < entries) {
          last =
              Transitions.commit(
                  journal, Transitions.next(last, 500, RunStatus.RUNNING, null, FILLER));
        }
      }
      double[] opens = new double[9];
      for (int i = 0; i < opens.length; i++) {
        opens[i] = seconds(() -> EmbeddedJournal.open(directory).close()) * 1000;
      }
      Arrays.sort(opens);
      line(String.format(Locale.ROOT, "open with %d entries: %.1f ms (median)", entries, opens[4]));
    }
  }

  private static void print(String name, double raw, double ours, double rawGroup, double group) {
    line(
        String.format(
            Locale.ROOT,
            "%s: single writer p50 raw %.0f us, journal %.0f us, ratio %.2f;"
                + " %d writers raw %.0f/s, journal %.0f/s, share %.2f",
            name,
            raw,
            ours,
            ours / raw,
            WRITERS,
            rawGroup,
            group,
            group / rawGroup));
  }

  private static void line(String text) {
    System.out.println(text);
  }

  private static List<Transition> script(String run, int length) {
    List<Transition> script = new ArrayList<>();
    Transition last = Transitions.start(run);
    while (script.size() < length) {
      script.add(last);
      last = Transitions.next(last, 1, RunStatus.RUNNING, null, FILLER);
    }
    return script;
  }

  /** Returns the median time of an append with sync, in microseconds. */
  private static double raw(Path file, int count, int bytes) throws IOException {
    Files.deleteIfExists(file);
    double[] micros = new double[count];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(count * bytes));
      channel.force(true);
      ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
      for (int i = 0; i < count; i++) {
        long before = System.nanoTime();
        channel.write(buffer.clear(), (long) i * bytes);
        channel.force(false);
        micros[i] = (System.nanoTime() - before) / 1000.0;
      }
    }
    Arrays.sort(micros);
    return micros[count / 2];
  }

  private static double single(EmbeddedJournal journal, List<Transition> script) {
    double[] micros = new double[script.size()];
    for (int i = 0; i < micros.length; i++) {
      long before = System.nanoTime();
      Transitions.commit(journal, script.get(i));
      micros[i] = (System.nanoTime() - before) / 1000.0;
    }
    Arrays.sort(micros);
    return micros[micros.length / 2];
  }

  /** Returns the commits per second of many writers, each waiting for its own. */
  private static double group(EmbeddedJournal journal) throws Exception {
    List<List<Transition>> scripts = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      scripts.add(script("g" + i, EACH));
    }
    for (List<Transition> script : scripts) {
      threads.add(
          new Thread(() -> script.forEach(transition -> Transitions.commit(journal, transition))));
    }
    double seconds =
        seconds(
            () -> {
              threads.forEach(Thread::start);
              for (Thread thread : threads) {
                thread.join();
              }
            });
    return WRITERS * EACH / seconds;
  }

  private interface Action {
    void run() throws Exception;
  }

  private static double seconds(Action action) throws Exception {
    long before = System.nanoTime();
    action.run();
    return (System.nanoTime() - before) / 1e9;
  }
}
