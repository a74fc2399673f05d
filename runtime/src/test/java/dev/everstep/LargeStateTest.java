package dev.everstep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.engine.sample.Agent;
import dev.everstep.engine.sample.Agent.Message;
import dev.everstep.engine.sample.Agent.Model;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.embedded.Options;
import dev.everstep.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose state is larger than its steps, over a directory. */
class LargeStateTest {
  private static final RunId RUN = new RunId("r");
  private static final int TURNS = 120;
  private static final int HELD = 80;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);

  /** Waits in one turn until the test lets it go on. */
  private final class HeldModel extends Model {
    @Override
    public Message complete(List<Message> messages) {
      if (messages.size() == HELD) {
        reached.countDown();
        try {
          held.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return super.complete(messages);
    }
  }

  @Test
  void goesOnFromWhatAKilledProcessLeavesInLogAndTables(@TempDir Path directory) throws Exception {
    List<Message> expected = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      expected.add(new Model().next(i));
    }
    Path data = directory.resolve("data");
    Path left = directory.resolve("left");

    try (Everstep everstep = open(data, new HeldModel())) {
      everstep.start(RUN, Agent::run, TURNS, true);
      reached.await();
      copy(data, left); // as SIGKILL would leave it
      held.countDown();
    }
    try (Everstep everstep = open(left, new Model())) {
      Run<Object> run = everstep.find(RUN).orElseThrow();
      assertThat(run.result(Duration.ofMinutes(2))).isEqualTo(expected);
    }

    try (EmbeddedJournal journal = EmbeddedJournal.openReadOnly(left)) {
      Trace trace = Trace.read(journal, RUN).orElseThrow();
      assertThat(trace.entries()).hasSize(TURNS + 3); // a start, an end and a lost attempt
      assertThat(trace.entries().get(TURNS + 1).input().utf8())
          .contains(expected.get(0).text())
          .contains(expected.get(TURNS - 2).text());
    }
    try (Stream<Path> files = Files.list(left)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("table-"));
    }
  }

  private static Everstep open(Path data, Model model) {
    return Everstep.builder()
        .journal(EmbeddedJournal.open(data, Options.defaults().withFlushBytes(64 * 1024)))
        .functions(Model.class, () -> model)
        .closeWait(Duration.ZERO)
        .open();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
