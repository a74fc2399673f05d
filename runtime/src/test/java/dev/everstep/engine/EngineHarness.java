package dev.everstep.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.Limits;
import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.codec.FailureCodec;
import dev.everstep.codec.ValueCodec;
import dev.everstep.engine.sample.Work;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.machine.Local;
import dev.everstep.pieces.Documents;
import dev.everstep.state.HeadState;
import dev.everstep.trace.Trace;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Engines over one journal, one after the other, with a settable clock and settable functions. */
final class EngineHarness implements AutoCloseable {
  static final RunId RUN = new RunId("r1");

  final TestClock clock = new TestClock();
  final InMemoryJournal journal = new InMemoryJournal();
  final ValueCodec values = new ValueCodec();
  final List<String> calls = new CopyOnWriteArrayList<>();
  private final int crashesMax;
  int framesMax = 1_000;
  Limits limits = Limits.defaults();
  private final List<Engine> engines = new ArrayList<>();
  private Work.Behaviour behaviour = (step, item) -> item + "!";
  Disk disk = new Disk(journal);
  Engine engine = null;

  EngineHarness() {
    this(3);
  }

  EngineHarness(int crashesMax) {
    this.crashesMax = crashesMax;
  }

  /** Says what the functions do from now on; every call is recorded first. */
  void functions(Work.Behaviour behaviour) {
    this.behaviour = behaviour;
  }

  Engine open() {
    return open(getClass().getClassLoader());
  }

  Engine open(ClassLoader loader) {
    return open(loader, false);
  }

  /** Opens an engine on a disk that has no space, or has. */
  Engine open(ClassLoader loader, boolean full) {
    disk = new Disk(journal);
    disk.full(full);
    Instances instances = new Instances(Map.of(Work.class, () -> new Work(this::call)));
    engine =
        Engine.open(
            disk,
            new Workflows(loader, instances),
            instances,
            values,
            new EngineOptions(
                clock,
                "w" + engines.size(),
                8,
                crashesMax,
                framesMax,
                limits,
                Duration.ofMillis(200)));
    engines.add(engine);
    return engine;
  }

  /** Ends the process as SIGKILL would, and starts another. */
  Engine crash() {
    disk.crash();
    return open();
  }

  private String call(dev.everstep.StepContext step, String item) throws Exception {
    calls.add(item + " attempt " + step.attempt() + " key " + step.idempotencyKey());
    return behaviour.handle(step, item);
  }

  void start(String workflow, Object... arguments) {
    start(RUN, workflow, arguments);
  }

  void start(RunId run, String workflow, Object... arguments) {
    WorkflowCode code = engine.workflows().named(workflow).orElseThrow();
    List<Type> types = code.type().parameters().stream().map(Local::type).toList();
    engine.start(run, code, values.writeArguments(arguments, types));
  }

  /** Moves the clock and wakes what is due. */
  void pass(Duration time) {
    clock.advance(time);
    engine.lookAtTimers();
  }

  /** Waits until the run has finished or is stuck. */
  Head ended() throws Exception {
    return ended(RUN);
  }

  Head ended(RunId run) throws Exception {
    try {
      return engine.ended(run).get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("the run has not ended: " + kinds(), e);
    }
  }

  HeadState state(Head head) {
    return HeadState.read(Documents.state(journal, head));
  }

  String result() throws Exception {
    HeadState state = state(ended());
    assertThat(state.result()).as("%s", state).isNotNull();
    return String.valueOf(state.result());
  }

  Throwable failure() throws Exception {
    HeadState state = state(ended());
    assertThat(state.failure()).as("%s", state).isNotNull();
    Payload failure = state.failure();
    return new FailureCodec().read(failure);
  }

  /** Waits until the run has nothing in flight: it waits for time. */
  Head parked() {
    return await(head -> head.wakeAt() != null);
  }

  Head await(java.util.function.Predicate<Head> condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      Head head = journal.head(RUN).orElse(null);
      if (head != null && condition.test(head)) {
        return head;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not reached: " + head + " " + kinds());
      }
      Thread.onSpinWait();
    }
  }

  Trace trace() {
    return Trace.read(journal, RUN).orElseThrow();
  }

  /** Returns what the run did, one line each: kind, and step and attempt where there are. */
  List<String> kinds() {
    return trace().entries().stream()
        .map(
            entry ->
                entry.kind()
                    + (entry.step() == null ? "" : " " + entry.step())
                    + (entry.attempt() == 0 ? "" : " " + entry.attempt())
                    + (entry.reason() == null || entry.reason().startsWith("[")
                        ? ""
                        : " " + entry.reason()))
        .toList();
  }

  RunStatus status() {
    return journal.head(RUN).orElseThrow().status();
  }

  /** Waits until something is so. */
  static void until(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it has not happened in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Starts a run of one item whose first attempt never ends; returns when it has begun. */
  void heldInItsFirstStep() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    functions(
        (step, item) -> {
          called.countDown();
          return step.attempt() == 1 ? gate().get() : item + "!";
        });
    start("Pipeline", List.of("a"), Duration.ZERO);
    called.await();
  }

  /** Returns a future that a function can wait for and a test completes. */
  static CompletableFuture<String> gate() {
    return new CompletableFuture<>();
  }

  @Override
  public void close() {
    engines.forEach(Engine::close);
  }
}
