package dev.everstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.engine.sample.Once;
import dev.everstep.engine.sample.Pipeline;
import dev.everstep.engine.sample.Work;
import dev.everstep.journal.Journal;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.RunQuery;
import dev.everstep.journal.memory.InMemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller sees of limits. What runs see of them is in {@code EngineLimitsTest}. */
class LimitsTest {
  private static final RunId RUN = new RunId("r1");
  private static final int KIB = 1024;

  private final Journal journal = new InMemoryJournal();
  private final AtomicInteger calls = new AtomicInteger();
  private Work.Behaviour behaviour = (step, item) -> item + "!";

  @Test
  void aRunWhoseInputIsAboveTheLimitIsNotStarted() {
    try (Everstep everstep = open(Limits.defaults().withRunInputBytesMax(KIB))) {
      assertThatThrownBy(() -> everstep.start(RUN, Once::run, "x".repeat(KIB - 3)))
          .isInstanceOf(UnstorableValueException.class)
          .hasMessage(
              "[ES405] a value is too large: value=arguments, limit=1,024 bytes. Store the data"
                  + " elsewhere and keep where it is, or raise Limits.runInputBytesMax."
                  + " docs/errors/ES405.md");
      assertThatThrownBy(() -> everstep.startJson(RUN, "Once", "\"" + "x".repeat(2 * KIB) + "\""))
          .hasMessageStartingWith("[ES405] ");
      assertThat(everstep.find(RUN)).isEmpty();
      assertThat(journal.runs(RunQuery.newest(1))).isEmpty();

      everstep.start(RUN, Once::run, "x".repeat(KIB - 4)).result();
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void aRunWhoseNameOrWorkflowsNameIsTooLongIsNotStarted() {
    try (Everstep everstep = open(Limits.defaults())) {
      assertThatThrownBy(() -> everstep.start(new RunId("x".repeat(101)), Once::run, "a"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("[ES101] not a run id:");
      assertThatThrownBy(() -> everstep.startJson(RUN, "x".repeat(101), "1"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "[ES103] no workflow has a name of 101 characters; names have 1 to 100."
                  + " docs/errors/ES103.md");
      assertThat(journal.runs(RunQuery.newest(1))).isEmpty();

      everstep.start(new RunId("x".repeat(100)), Once::run, "a").result();
    }
  }

  @Test
  void aRunAboveTheNumberOfOpenRunsIsNotStartedUntilAnotherHasFinished() {
    CompletableFuture<String> gate = new CompletableFuture<>();
    behaviour = (step, item) -> gate.get();
    try (Everstep everstep = open(Limits.defaults().withOpenRunsMax(2))) {
      Run<String> first = everstep.start(new RunId("first"), Once::run, "a");
      Run<List<String>> parked = everstep.start(Pipeline::run, List.of(), Duration.ofDays(1));

      assertThatThrownBy(() -> everstep.start(RUN, Once::run, "a"))
          .isInstanceOfSatisfying(TooManyRunsException.class, e -> assertThat(e.max()).isEqualTo(2))
          .hasMessage(
              "[ES108] there are as many open runs as allowed: max=2, refused=r1. Nothing was"
                  + " started. Start it again when others have finished, or raise"
                  + " Limits.openRunsMax. docs/errors/ES108.md");
      assertThat(everstep.find(RUN)).isEmpty();
      assertThat(everstep.start(new RunId("first"), Once::run, "a").id()).isEqualTo(first.id());

      gate.complete("done");
      first.result();
      everstep.start(RUN, Once::run, "a").result();
      assertThat(parked.status()).isEqualTo(RunStatus.RUNNING);
    }
  }

  @Test
  void openRunsOfEarlierProcessesCountAndGoOnWhateverTheLimit(@TempDir Path directory) {
    CompletableFuture<String> gate = new CompletableFuture<>();
    behaviour = (step, item) -> gate.get();
    List<RunId> begun = new ArrayList<>();
    try (Everstep everstep = open(directory, Limits.defaults())) {
      for (int i = 0; i < 3; i++) {
        begun.add(everstep.start(Once::run, "a").id());
      }
    }

    try (Everstep everstep = open(directory, Limits.defaults().withOpenRunsMax(2))) {
      assertThatThrownBy(() -> everstep.start(Once::run, "b"))
          .isInstanceOf(TooManyRunsException.class);
      gate.complete("done");
      for (RunId run : begun) {
        assertThat(everstep.find(run).orElseThrow().result()).isEqualTo("done");
      }
      everstep.start(Once::run, "b").result();
    }
  }

  @Test
  void startsFromManyThreadsStayWithinTheNumberOfOpenRuns() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    try (Everstep everstep = open(Limits.defaults().withOpenRunsMax(5))) {
      List<Future<Run<List<String>>>> starts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        starts.add(
            callers.submit(() -> everstep.start(Pipeline::run, List.of(), Duration.ofDays(1))));
      }
      int refused = 0;
      for (Future<Run<List<String>>> start : starts) {
        try {
          start.get();
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(TooManyRunsException.class);
          refused++;
        }
      }
      assertThat(refused).isEqualTo(35);
      assertThat(journal.openRuns()).isEqualTo(5);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void limitsOutOfTheirRangeAreRefused() {
    Limits limits = Limits.defaults();
    assertThatThrownBy(() -> limits.withFrameBytesMax(KIB - 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "[ES107] the limit frameBytesMax is out of its range: 1023, allowed: 1024 to 33554432."
                + " docs/errors/ES107.md");
    for (Runnable wrong :
        List.<Runnable>of(
            () -> limits.withRunInputBytesMax(0),
            () -> limits.withRunOutputBytesMax(32 * KIB * KIB + 1),
            () -> limits.withStepInputBytesMax(-1),
            () -> limits.withStepOutputBytesMax(Integer.MAX_VALUE),
            () -> limits.withFailureBytesMax(16 * KIB - 1),
            () -> limits.withOpenRunsMax(0))) {
      assertThatThrownBy(wrong::run).hasMessageStartingWith("[ES107] ");
    }
  }

  @Test
  void whatIsWithinTheLimitsFitsTheJournalOfADirectory(@TempDir Path directory) {
    String large = text(17 << 20);
    behaviour = (step, item) -> large;
    Limits limits =
        Limits.defaults().withStepOutputBytesMax(24 << 20).withRunOutputBytesMax(24 << 20);
    try (Everstep everstep = open(directory, limits)) {
      assertThat(everstep.start(Once::run, "a").result().equals(large)).isTrue();
    }
    assertThat(limits.transitionBytesMax()).isGreaterThan(16 << 20);
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsRefusedWithItsName(@TempDir Path temp) throws IOException {
    Path directory = unwritable(temp);

    assertThatThrownBy(() -> Everstep.open(directory))
        .isInstanceOf(JournalException.class)
        .hasMessageStartingWith(
            "[ES307] the data directory cannot be used: directory=" + directory + ", reason=")
        .hasMessageContaining("Check that it is a directory that this user may read and write.");
  }

  /** Returns a directory that nobody may write; the superuser is bound by the kernel's own only. */
  private static Path unwritable(Path temp) throws IOException {
    Path locked = Files.createDirectory(temp.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    return Files.isWritable(locked) ? Path.of("/proc/everstep") : locked.resolve("data");
  }

  /** Returns a text in which nothing is twice. */
  private static String text(int bytes) {
    byte[] random = new byte[bytes / 4 * 3];
    new SplittableRandom(7).nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }

  private Everstep open(Path directory, Limits limits) {
    return Everstep.builder()
        .directory(directory)
        .functions(Work.class, this::work)
        .closeWait(Duration.ZERO)
        .limits(limits)
        .open();
  }

  private Everstep open(Limits limits) {
    return Everstep.builder()
        .journal(journal)
        .functions(Work.class, this::work)
        .closeWait(Duration.ZERO)
        .limits(limits)
        .open();
  }

  private Work work() {
    return new Work(
        (step, item) -> {
          calls.incrementAndGet();
          return behaviour.handle(step, item);
        });
  }
}
