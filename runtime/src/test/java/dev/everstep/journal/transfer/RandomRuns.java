package dev.everstep.journal.transfer;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Commits runs of every status with payloads of every kind. */
final class RandomRuns {
  private static final String[] JSON = {
    "{}",
    "{\"a\":[1,2.5,true,null,\"\u00e9\ud83d\ude00\\u0000\\n\"],\"b\":{\"c\":{}}}",
    "{\"a\":1.10}",
    "{\"a\":1E400,\"b\":-0,\"c\":0.1000}",
    "{\"a\":123456789012345678901234567890}",
    "{\"a\":9007199254740993}",
    "{\"a\":1,\"a\":2}",
    "{ \"a\" : 1 }",
    "{\"a\":\n1}",
    "{\"a\":\"\\u0041\\/\"}",
    "{} {}",
    "[1,2]",
    "17",
    "not JSON",
    "{\"a\":\"\ud83d\"}",
    "",
  };

  private final Random random;

  RandomRuns(Random random) {
    this.random = random;
  }

  /** Commits some runs and returns their ids. */
  List<RunId> commit(Journal journal, int runs) {
    List<RunId> ids = new ArrayList<>();
    List<CompletableFuture<Void>> commits = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      RunId id = new RunId("run-" + i + "-" + random.nextInt(1_000));
      ids.add(id);
      Instant start = Transitions.START.plusMillis(random.nextInt(20));
      String workflow = random.nextBoolean() ? "Research" : "a b \"\u00e9\n";
      int transitions = 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8);
      long seq = 0;
      for (int t = 1; t <= transitions; t++) {
        List<Entry> entries = new ArrayList<>();
        for (int e = random.nextInt(3); e >= 0; e--) {
          Instant at = start.plusMillis(random.nextInt(100_000));
          entries.add(new Entry(seq++, EntryKind.of(1 + random.nextInt(9)), at, payload()));
        }
        RunStatus status =
            t < transitions ? RunStatus.RUNNING : RunStatus.values()[random.nextInt(4)];
        Instant wakeAt =
            status == RunStatus.RUNNING && random.nextBoolean() ? start.plusSeconds(60) : null;
        commits.add(
            journal.commit(
                new Transition(
                    entries,
                    new Head(
                        id,
                        workflow,
                        status,
                        seq - 1,
                        start,
                        start.plusMillis(t),
                        wakeAt,
                        payload()))));
      }
    }
    commits.forEach(CompletableFuture::join);
    return ids;
  }

  Payload payload() {
    int kind = random.nextInt(JSON.length + 4);
    if (kind < JSON.length) {
      return Payload.utf8(JSON[kind]);
    }
    byte[] bytes = new byte[random.nextInt(kind == JSON.length ? 20_000 : 200)];
    random.nextBytes(bytes);
    if (bytes.length > 0 && kind > JSON.length + 1) {
      bytes[0] = 1; // as a document of pieces
    }
    return Payload.wrap(bytes);
  }
}
