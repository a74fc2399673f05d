package dev.everstep.engine;

import static dev.everstep.engine.EngineHarness.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.InvalidInputException;
import dev.everstep.RunStatus;
import dev.everstep.StepTimeoutException;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.JournalException;
import dev.everstep.journal.Timer;
import dev.everstep.state.HeadState;
import dev.everstep.trace.Trace;
import dev.everstep.trace.TraceEntry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
  private final EngineHarness harness = new EngineHarness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void runsStepsAndKeepsWhatTheyDid() throws Exception {
    harness.open();

    harness.start("Pipeline", List.of("a", "b"), Duration.ZERO);
    String result = harness.result();

    assertThat(result).startsWith("[\"a!\",\"b!\",\"end ");
    assertThat(harness.calls).containsExactly("a attempt 1 key r1:0", "b attempt 1 key r1:1");
    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "STEP_COMPLETED step:Work.handle 1",
            "STEP_COMPLETED step:Work.handle 1",
            "TIMER_FIRED sleep",
            "RUN_COMPLETED");
  }

  @Test
  void traceTellsEachStepWithInputOutputTimesAndWorker() throws Exception {
    harness.open();

    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    harness.result();

    Trace trace = harness.trace();
    TraceEntry step = trace.entries().get(1);
    assertThat(step.function()).isEqualTo("Work.handle");
    assertThat(step.index()).isEqualTo(1);
    assertThat(step.source()).isEqualTo("Pipeline.java");
    assertThat(step.line()).isEqualTo(21);
    assertThat(step.input()).hasToString("[\"a\"]");
    assertThat(step.output()).hasToString("\"a!\"");
    assertThat(step.attempt()).isEqualTo(1);
    assertThat(step.worker()).isEqualTo("w0");
    assertThat(step.queuedAt()).isEqualTo(harness.clock.instant());
    assertThat(step.startedAt()).isEqualTo(harness.clock.instant());
    assertThat(step.endedAt()).isEqualTo(harness.clock.instant());
    assertThat(trace.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(trace.input()).hasToString("[[\"a\"],\"PT0S\"]");
    assertThat(trace.result()).isEqualTo(trace.entries().get(3).output());
    assertThat(trace.pending()).isNull();
  }

  @Test
  void aFinishedStepIsNotCalledAgainAfterACrash() throws Exception {
    harness.open();
    CountDownLatch second = new CountDownLatch(1);
    CompletableFuture<String> gate = EngineHarness.gate();
    harness.functions(
        (step, item) -> {
          if (item.equals("b") && step.attempt() == 1) {
            second.countDown();
            return gate.get();
          }
          return item + "!";
        });
    harness.start("Pipeline", List.of("a", "b"), Duration.ZERO);
    second.await();

    harness.crash();
    gate.complete("late");

    assertThat(harness.result()).startsWith("[\"a!\",\"b!\",\"end ");
    assertThat(harness.calls)
        .containsExactly("a attempt 1 key r1:0", "b attempt 1 key r1:1", "b attempt 2 key r1:1");
    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "STEP_COMPLETED step:Work.handle 1",
            "ATTEMPT_FAILED step:Work.handle 1 crash",
            "STEP_COMPLETED step:Work.handle 2",
            "TIMER_FIRED sleep",
            "RUN_COMPLETED");
  }

  @Test
  void aStepIsCalledAgainWhenTheCrashPrecedesItsCheckpoint() throws Exception {
    harness.open();
    harness.disk.crashBefore(
        transition -> transition.entries().get(0).kind() == EntryKind.STEP_COMPLETED);
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    assertThatThrownBy(() -> harness.engine.ended(RUN).get())
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the process is dead");

    harness.open();

    assertThat(harness.result()).startsWith("[\"a!\"");
    assertThat(harness.calls).containsExactly("a attempt 1 key r1:0", "a attempt 2 key r1:0");
  }

  @Test
  void nothingActsOnAResultBeforeItIsDurable() throws Exception {
    harness.open();
    harness.disk.crashBefore(transition -> transition.head().status() == RunStatus.COMPLETED);

    harness.start("Pipeline", List.of(), Duration.ZERO);

    assertThatThrownBy(() -> harness.engine.ended(RUN).get())
        .hasMessageContaining("the process is dead");
    assertThat(harness.status()).isEqualTo(RunStatus.RUNNING);
  }

  @Test
  void aFailedAttemptIsRepeatedAfterItsPauseAndKeepsItsDeadlineOverARestart() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (step.attempt() < 3) {
            throw new IOException("down " + step.attempt());
          }
          return item + "!";
        });
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    var wakeAt = harness.parked().wakeAt();
    assertThat(Duration.between(harness.clock.instant(), wakeAt))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));

    harness.crash();
    assertThat(harness.parked().wakeAt()).isEqualTo(wakeAt);
    assertThat(harness.calls).hasSize(1);
    harness.pass(Duration.ofSeconds(10));
    harness.await(head -> head.wakeAt() != null && !head.wakeAt().equals(wakeAt));
    harness.pass(Duration.ofSeconds(20));

    assertThat(harness.result()).startsWith("[\"a!\"");
    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "ATTEMPT_FAILED step:Work.handle 1",
            "TIMER_FIRED step:Work.handle attempt 2",
            "ATTEMPT_FAILED step:Work.handle 2",
            "TIMER_FIRED step:Work.handle attempt 3",
            "STEP_COMPLETED step:Work.handle 3",
            "TIMER_FIRED sleep",
            "RUN_COMPLETED");
    assertThat(harness.trace().entries().get(1).error().message()).isEqualTo("down 1");
  }

  @Test
  void theLastFailureReachesTheWorkflow() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          throw new FileNotFoundException("no " + item);
        });

    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    assertThat(harness.result()).startsWith("[\"caught no a\"");
    assertThat(harness.kinds()).contains("STEP_FAILED step:Work.handle 1");
    assertThat(harness.calls).hasSize(1);
  }

  @Test
  void anExceptionThatTheWorkflowDoesNotCatchFailsTheRun() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          throw new IllegalStateException("broken " + item);
        });

    harness.start("Once", "a");

    assertThat(harness.failure()).isInstanceOf(IllegalStateException.class).hasMessage("broken a");
    assertThat(harness.status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void anOutOfMemoryErrorOfAFunctionFailsTheRunAsAnyOtherThrowable() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          throw new OutOfMemoryError("of the function");
        });

    harness.start("Once", "a");

    assertThat(harness.failure())
        .isExactlyInstanceOf(OutOfMemoryError.class)
        .hasMessage("of the function");
  }

  @Test
  void aStepThatMustNotRunTwiceFailsAfterACrash() throws Exception {
    harness.open();
    CountDownLatch called = new CountDownLatch(1);
    CompletableFuture<String> gate = EngineHarness.gate();
    harness.functions(
        (step, item) -> {
          if (item.equals("a")) {
            called.countDown();
            return gate.get();
          }
          return item + "!";
        });
    harness.start("Once", "a");
    called.await();

    harness.crash();
    gate.complete("late");

    assertThat(harness.result()).isEqualTo("\"instead of a!\"");
    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "STEP_FAILED step:Work.once 1",
            "STEP_COMPLETED step:Work.slow 1",
            "RUN_COMPLETED");
    assertThat(harness.trace().entries().get(1).error().message())
        .isEqualTo(
            "[ES203] the process ended while the step was in flight: run=r1, step=step:Work.once,"
                + " attempt=1. The function may have acted or not, and declares onCrash = FAIL, so it"
                + " is not called again; find out what it did. docs/errors/ES203.md");
  }

  @Test
  void anAttemptAboveItsTimeoutIsInterruptedAndFails() throws Exception {
    harness.open();
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    harness.functions(
        (step, item) -> {
          if (item.equals("a")) {
            throw new dev.everstep.StepInterruptedException(step.runId(), "s", 1);
          }
          try {
            never.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return item;
        });

    harness.start("Once", "a");

    Throwable failure = harness.failure();
    assertThat(failure.getStackTrace())
        .endsWith(
            new StackTraceElement("dev.everstep.engine.sample.Once_run", "run", "Once.java", 16));
    assertThat(failure)
        .isInstanceOf(StepTimeoutException.class)
        .hasMessage(
            "[ES204] the attempt took longer than its timeout: step=step:Work.slow,"
                + " timeout=PT1S. Its thread was interrupted; what it had done by then stays done."
                + " Give the function a longer timeout, or more attempts. docs/errors/ES204.md");
    interrupted.await();
  }

  @Test
  void aStepWhoseProcessDiesEachTimeStopsItsRunUntilAPersonTriesAgain() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          harness.disk.crash();
          return item;
        });
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    assertThatThrownBy(() -> harness.engine.ended(RUN).get()).isNotNull();
    harness.open();
    assertThatThrownBy(() -> harness.engine.ended(RUN).get()).isNotNull();
    harness.open();
    assertThatThrownBy(() -> harness.engine.ended(RUN).get()).isNotNull();

    harness.open();
    HeadState state = harness.state(harness.ended());
    assertThat(state.stuck().code()).isEqualTo(ErrorCode.ES205);
    assertThat(state.stuck().reason())
        .isEqualTo(
            "[ES205] the process ended in each of the last 3 attempts of this step: run=r1,"
                + " step=step:Work.handle. Find out what in Work.handle ends the process, then retry"
                + " the run. docs/errors/ES205.md");
    harness.clock.advance(Duration.ofSeconds(1));
    harness.open();
    assertThat(harness.status()).isEqualTo(RunStatus.STUCK);
    harness.functions((step, item) -> item + "!");
    harness.engine.retryStuck(RUN);

    harness.await(head -> head.status() == RunStatus.COMPLETED);
    assertThat(harness.calls).hasSize(4);
  }

  @Test
  void aTimerThatIsOverByTheTimeItIsLookedAtDoesNotEndTheNextSleep() throws Exception {
    harness.open();
    harness.start("Pipeline", List.of(), Duration.ofDays(2));
    Head asleep = harness.parked();

    int read = harness.disk.headsRead();
    harness.disk.dueBefore(List.of(new Timer(EngineHarness.RUN, harness.clock.instant())));
    harness.engine.lookAtTimers();
    harness.await(head -> harness.disk.headsRead() > read);
    harness.disk.dueBefore(List.of());
    harness.clock.advance(Duration.ofDays(2));
    harness.await(
        head -> {
          harness.engine.lookAtTimers();
          return head.status() == RunStatus.COMPLETED;
        });

    assertThat(harness.trace().entries())
        .filteredOn(entry -> entry.kind() == EntryKind.TIMER_FIRED)
        .singleElement()
        .satisfies(entry -> assertThat(entry.at()).isAfterOrEqualTo(asleep.wakeAt()));
  }

  @Test
  void sleepKeepsItsDeadlineOverARestart() throws Exception {
    harness.open();
    harness.start("Pipeline", List.of(), Duration.ofDays(2));
    var wakeAt = harness.parked().wakeAt();
    assertThat(wakeAt).isEqualTo(harness.clock.instant().plus(Duration.ofDays(2)));

    harness.clock.advance(Duration.ofDays(1));
    harness.crash();
    assertThat(harness.status()).isEqualTo(RunStatus.RUNNING);
    harness.pass(Duration.ofDays(1).minusMillis(1));
    assertThat(harness.kinds()).containsExactly("RUN_STARTED");
    harness.pass(Duration.ofMillis(1));

    assertThat(harness.result()).startsWith("[\"end ");
  }

  @Test
  void randomNumbersAreTheSameWhenASegmentRunsAgain() throws Exception {
    harness.open();
    harness.disk.crashBefore(transition -> transition.head().status() == RunStatus.COMPLETED);
    harness.start("Pipeline", List.of(), Duration.ZERO);
    assertThatThrownBy(() -> harness.engine.ended(RUN).get()).isNotNull();

    harness.open();

    int expected = new java.util.SplittableRandom(SegmentContext.seed(RUN, 1)).nextInt(1000);
    assertThat(harness.result()).isEqualTo("[\"end " + expected + "\"]");
  }

  @Test
  void aRunIdThatExistsStartsNothing() throws Exception {
    harness.open();
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    harness.result();

    harness.start("Pipeline", List.of("b"), Duration.ZERO);

    assertThat(harness.calls).hasSize(1);
    assertThatThrownBy(() -> harness.start("Once", "a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "[ES104] a run of another workflow has this id: run=r1, workflow=Pipeline, asked=Once."
                + " Give the new run another id. docs/errors/ES104.md");
  }

  @Test
  void aRunWhoseWorkflowIsMissingIsStuckAndGoesOnWhenItIsBack() throws Exception {
    harness.open();
    harness.heldInItsFirstStep();

    harness.disk.crash();
    harness.open(ClassLoader.getPlatformClassLoader());
    HeadState state = harness.state(harness.ended());
    assertThat(state.stuck().reason())
        .isEqualTo(
            "[ES103] no compiled workflow named Pipeline on the class path of this process. Start"
                + " one that has it; the run then goes on. docs/errors/ES103.md");
    harness.clock.advance(Duration.ofSeconds(1));
    harness.open();
    harness.await(head -> head.status() == RunStatus.COMPLETED);

    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "RUN_STUCK",
            "RUN_UNSTUCK",
            "STEP_COMPLETED step:Work.handle 2",
            "TIMER_FIRED sleep",
            "RUN_COMPLETED");
  }

  @Test
  void aStepThatMustNotBeCalledAgainIsNotWhenItsRunWasStuckAfterTheCrash() throws Exception {
    harness.open();
    CountDownLatch called = new CountDownLatch(1);
    harness.functions(
        (step, item) -> {
          called.countDown();
          return item.equals("a") ? EngineHarness.gate().get() : item + "!";
        });
    harness.start("Once", "a");
    called.await();

    harness.disk.crash();
    harness.open(ClassLoader.getPlatformClassLoader());
    assertThat(harness.state(harness.ended()).stuck().code()).isEqualTo(ErrorCode.ES103);
    harness.clock.advance(Duration.ofSeconds(1));
    harness.open();
    harness.await(head -> head.status() == RunStatus.COMPLETED);

    assertThat(harness.result()).isEqualTo("\"instead of a!\"");
    assertThat(harness.calls).filteredOn(call -> call.startsWith("a ")).hasSize(1);
    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "RUN_STUCK",
            "RUN_UNSTUCK",
            "STEP_FAILED step:Work.once 1",
            "STEP_COMPLETED step:Work.slow 1",
            "RUN_COMPLETED");
  }

  @Test
  void closingWaitsForFunctionsAndInterruptsThoseThatDoNotEnd() throws Exception {
    EngineHarness slow = harness;
    slow.open();
    CountDownLatch called = new CountDownLatch(1);
    slow.functions(
        (step, item) -> {
          called.countDown();
          return step.attempt() == 1 ? EngineHarness.gate().get() : item + "!";
        });
    slow.start("Pipeline", List.of("a"), Duration.ZERO);
    called.await();

    slow.engine.close();
    slow.open();

    assertThat(slow.result()).startsWith("[\"a!\"");
    assertThat(slow.kinds())
        .startsWith(
            "RUN_STARTED",
            "ATTEMPT_FAILED step:Work.handle 1 shutdown",
            "TIMER_FIRED step:Work.handle attempt 2",
            "STEP_COMPLETED step:Work.handle 2");
  }

  @Test
  void aTransitionAboveTheJournalsLimitStopsItsRunAndNothingElse() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (step.attempt() == 1) {
            harness.disk.refuseNext(
                new JournalException(ErrorCode.ES304, "the transition is too large.", null));
          }
          return item + "!";
        });

    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    HeadState state = harness.state(harness.ended());
    assertThat(state.stuck().code()).isEqualTo(ErrorCode.ES304);
    harness.engine.retryStuck(RUN);
    harness.await(head -> head.status() == RunStatus.COMPLETED);
  }

  @Test
  void aRunWhoseReasonToBeStuckIsAboveTheJournalsLimitIsStuckWithoutWhatItWasAboutToKeep()
      throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (item.equals("b")) {
            harness.disk.refuseNext(
                new JournalException(ErrorCode.ES304, "the transition is too large.", null));
          }
          return "x".repeat(5_000_000);
        });

    harness.start("Pipeline", List.of("a", "b"), Duration.ZERO);

    HeadState state = harness.state(harness.ended());
    assertThat(state.stuck().code()).isEqualTo(ErrorCode.ES405);
    assertThat(harness.kinds())
        .noneMatch(kind -> kind.startsWith("STEP_COMPLETED step:Work.handle#2"));
  }

  @Test
  void aStuckRunThatManyThreadsRetryGoesOnOnceAndIsNotStuckBehindTheCall() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (step.attempt() == 1) {
            harness.disk.refuseNext(
                new JournalException(ErrorCode.ES304, "the transition is too large.", null));
          }
          return item + "!";
        });
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    harness.ended();

    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      CyclicBarrier together = new CyclicBarrier(8);
      List<Future<String>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(
            people.submit(
                () -> {
                  together.await();
                  harness.engine.retryStuck(RUN);
                  return harness.result();
                }));
      }
      for (Future<String> result : results) {
        assertThat(result.get()).startsWith("[\"a!\"");
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(harness.kinds()).filteredOn(kind -> kind.startsWith("RUN_UNSTUCK")).hasSize(1);
  }

  @Test
  void aFaultStopsItsRunInThisProcessAndTheNextOpenGoesOn() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (step.attempt() == 1) {
            harness.disk.refuseNext(new IllegalStateException("impossible"));
          }
          return item + "!";
        });
    harness.start("Pipeline", List.of("a"), Duration.ZERO);
    harness.await(head -> harness.calls.size() == 1);

    assertThatThrownBy(() -> harness.engine.ended(RUN).get())
        .hasCauseInstanceOf(EverstepException.class)
        .cause()
        .hasMessage(
            "[ES208] a fault of the engine stopped the run in this process: run=r1,"
                + " fault=java.lang.IllegalStateException: impossible. Its journal is kept as it is;"
                + " the next open goes on with it. Report the stack trace. docs/errors/ES208.md");

    harness.crash();
    assertThat(harness.result()).startsWith("[\"a!\"");
  }

  @Test
  void aFullDiskDelaysARunAndLosesNothing() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          harness.disk.refuseNext(new JournalException(ErrorCode.ES308, "the disk is full.", null));
          return item + "!";
        });

    harness.start("Pipeline", List.of("a"), Duration.ZERO);

    assertThat(harness.result()).startsWith("[\"a!\"");
    assertThat(harness.calls).as("its result was kept until there was space").hasSize(1);
  }

  @Test
  void aRunThatGoesOnAfterAFaultAnswersWhoAsksLater() throws Exception {
    harness.open();
    harness.start("Pipeline", List.of(), Duration.ofMinutes(1));
    harness.parked();
    harness.disk.refuseNext(new IllegalStateException("impossible"));
    harness.pass(Duration.ofMinutes(1));
    assertThatThrownBy(() -> harness.engine.ended(RUN).get(20, TimeUnit.SECONDS))
        .hasMessageContaining("ES208");

    harness.engine.lookAtTimers();
    harness.await(head -> head.status() == RunStatus.COMPLETED);

    assertThat(harness.result()).startsWith("[\"end ");
  }

  @Test
  void aRunWhoseWorkflowCannotBeUsedIsStuckAndSaysWhy() throws Exception {
    harness.open();
    harness.start("Pipeline", List.of(), Duration.ofMinutes(1));
    harness.parked();

    harness.disk.crash();
    harness.open(new TwiceOnTheClassPath(getClass().getClassLoader()));
    harness.pass(Duration.ofMinutes(1));

    HeadState state = harness.state(harness.ended());
    assertThat(state.stuck().code()).isEqualTo(ErrorCode.ES103);
    assertThat(state.stuck().reason())
        .startsWith("[ES103] the class path has the workflow named Pipeline more than once: [")
        .endsWith(
            "]. Leave one of them off, or give one another name: @Workflow(name = ...)."
                + " docs/errors/ES103.md");
    harness.clock.advance(Duration.ofSeconds(1));
    harness.open(new TwiceOnTheClassPath(getClass().getClassLoader()));
    assertThat(harness.kinds()).containsExactly("RUN_STARTED", "RUN_STUCK");
    harness.open();
    harness.await(head -> head.status() != RunStatus.STUCK);
    harness.engine.lookAtTimers();
    harness.await(head -> head.status() == RunStatus.COMPLETED);
  }

  /** Has every resource twice, as a class path with two versions of a jar. */
  private static final class TwiceOnTheClassPath extends ClassLoader {
    TwiceOnTheClassPath(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> once = Collections.list(super.getResources(name));
      List<URL> twice = new ArrayList<>(once);
      twice.addAll(once);
      return Collections.enumeration(twice);
    }
  }

  @Test
  void aClosedEngineSaysSo() {
    harness.open();
    harness.engine.close();

    assertThatThrownBy(() -> harness.start("Once", "a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "[ES105] this Everstep is closed. Open the data directory again to go on."
                + " docs/errors/ES105.md");
  }
}
