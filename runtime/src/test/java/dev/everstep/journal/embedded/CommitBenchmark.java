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
 * Compares commits with appending and syncing the same bytes to a file of zeros, alternating in one
 * process. Prints ratios, the only thing worth quoting; see docs/journal.md.
 */
final class CommitBenchmark {
  private static final int ROUNDS = 5;
  private static final int SINGLE = 300;
  private static final int WRITERS = 64;
  private static final int EACH = 20;
  private static final int PARTS = 10;
  private static final String FILLER = "x".repeat(400);

  private CommitBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path base = Files.createTempDirectory(Path.of(args[0]), "bench");
    for (int round = 0; round <= ROUNDS; round++) {
      try (EmbeddedJournal journal = EmbeddedJournal.open(base.resolve("r" + round));
          RawLog raw = new RawLog(base.resolve("raw"))) {
        line((round == 0 ? "warm-up" : "round " + round) + ": " + single(journal, raw));
        line("         " + group(journal, raw));
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

  /** A file of zeros that is overwritten and synced, front to back. */
  private static final class RawLog implements AutoCloseable {
    private static final int BYTES = 16 << 20;

    private final FileChannel channel;
    private long offset;

    RawLog(Path file) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.write(ByteBuffer.allocate(BYTES), 0);
      channel.force(true);
    }

    void append(ByteBuffer bytes) throws IOException {
      offset += channel.write(bytes.clear(), offset);
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private static int frameBytes(Transition transition) {
    return (int)
        Frames.bytes(List.of(Frames.Item.of(transition.run(), Records.transition(transition))));
  }

  private static String single(EmbeddedJournal journal, RawLog raw) throws Exception {
    List<Transition> script = script("single", SINGLE);
    ByteBuffer bytes = ByteBuffer.allocateDirect(frameBytes(script.get(1)));
    double[] rawMicros = new double[SINGLE];
    double[] micros = new double[SINGLE];
    for (int i = 0; i < SINGLE; i++) {
      Transition next = script.get(i);
      rawMicros[i] = seconds(() -> raw.append(bytes)) * 1e6;
      micros[i] = seconds(() -> Transitions.commit(journal, next)) * 1e6;
    }
    Arrays.sort(rawMicros);
    Arrays.sort(micros);
    double a = rawMicros[SINGLE / 2];
    double b = micros[SINGLE / 2];
    return String.format(
        Locale.ROOT, "1 writer, p50: raw %.0f us, journal %.0f us, ratio %.2f", a, b, b / a);
  }

  /** Many writers, each waiting for its own commit; raw is one record of each at a time. */
  private static String group(EmbeddedJournal journal, RawLog raw) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocateDirect(WRITERS * frameBytes(script("g", 2).get(1)));
    double rawSeconds = 0;
    double seconds = 0;
    for (int part = 0; part < PARTS; part++) {
      rawSeconds +=
          seconds(
              () -> {
                for (int i = 0; i < EACH; i++) {
                  raw.append(bytes);
                }
              });
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        List<Transition> script = script("g" + part + "." + i, EACH);
        threads.add(new Thread(() -> script.forEach(each -> Transitions.commit(journal, each))));
      }
      seconds +=
          seconds(
              () -> {
                threads.forEach(Thread::start);
                for (Thread thread : threads) {
                  thread.join();
                }
              });
    }
    double count = (double) WRITERS * EACH * PARTS;
    return String.format(
        Locale.ROOT,
        "%d writers: raw %.0f/s, journal %.0f/s, share %.2f",
        WRITERS,
        count / rawSeconds,
        count / seconds,
        rawSeconds / seconds);
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
