package dev.everstep.benchmarks;

import dev.everstep.Everstep;
import dev.everstep.benchmarks.Conversation.Message;
import dev.everstep.benchmarks.Conversation.Model;
import dev.everstep.journal.embedded.EmbeddedJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an agent's loop writes that collects a message of 2 KB at each turn, to what its steps
 * returned, and how long a turn takes at its beginning and its end.
 */
public final class AgentBenchmark {
  private static final int TURNS = 1_000;
  private static final int SOME = 100;

  private final Path directory;

  private AgentBenchmark(Path directory) {
    this.directory = directory;
  }

  /**
   * Runs it.
   *
   * @param args a directory on the disk to measure; it is made, and what the benchmark put into it
   *     stays
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args.length == 0 ? "target/agent-benchmark" : args[0]);
    Files.createDirectories(directory);
    AgentBenchmark benchmark = new AgentBenchmark(directory);
    benchmark.measure(false, false); // until the compiler of the JVM is done
    benchmark.measure(false, true);
    benchmark.measure(true, true);
  }

  private void measure(boolean handsOn, boolean shown) throws IOException {
    CommittedBytes committed = new CommittedBytes();
    TimedModel model = new TimedModel();
    Path data = Files.createTempDirectory(directory, "data-");
    try (Everstep everstep =
        Everstep.builder()
            .journal(committed.counted(EmbeddedJournal.open(data)))
            .functions(Model.class, () -> model)
            .open()) {
      everstep.start(Conversation::run, TURNS, handsOn).result();
    }
    if (shown) {
      // {"role":"assistant","text":"..."}
      double outputs = TURNS * (Model.LENGTH + 32.0);
      System.out.printf(
          Locale.ROOT,
          "%,d turns, %s: %,d bytes written, %.2f to outputs; a turn takes %.1f ms in the first %d,"
              + " %.1f ms in the last%n",
          TURNS,
          handsOn ? "all messages to each step" : "messages collected",
          committed.bytes(),
          committed.bytes() / outputs,
          model.millis(0, SOME),
          SOME,
          model.millis(TURNS - SOME, TURNS));
    }
  }

  /** Notes when it was called. One run at a time, so one call at a time. */
  private static final class TimedModel extends Model {
    private final List<Long> calls = new ArrayList<>();

    @Override
    public Message complete(List<Message> messages) {
      calls.add(System.nanoTime());
      return super.next(messages.size());
    }

    @Override
    public Message next(int turn) {
      calls.add(System.nanoTime());
      return super.next(turn);
    }

    double millis(int from, int to) {
      Latencies gaps = new Latencies();
      for (int i = from + 1; i < to; i++) {
        gaps.add(calls.get(i) - calls.get(i - 1));
      }
      return gaps.micros(0.5) / 1e3;
    }
  }
}
