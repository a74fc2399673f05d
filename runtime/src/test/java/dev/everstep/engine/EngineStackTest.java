package dev.everstep.engine;

import static dev.everstep.engine.EngineHarness.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.RunStatus;
import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.StoredFrame;
import dev.everstep.engine.sample.Descent;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Callee;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Stack;
import dev.everstep.machine.Types;
import dev.everstep.state.HeadState;
import dev.everstep.trace.TraceEntry;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs of a workflow that calls durable methods: a stack of frames. */
class EngineStackTest {
  private final EngineHarness harness = new EngineHarness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void callsPushFramesAndReturnsPopThem() throws Exception {
    harness.open();

    harness.start("Descent", 2);

    assertThat(harness.result())
        .isEqualTo("[\"d2!\",\"d1!\",\"d0!\",\"up 1\",\"up 2\",\"depth 2\"]");
    assertThat(harness.kinds())
        .containsExactly(
            "RUN_STARTED",
            "STEP_COMPLETED step:Work.handle 1",
            "STEP_COMPLETED step:Work.handle 1",
            "STEP_COMPLETED step:Work.handle 1",
            "TIMER_FIRED sleep",
            "RUN_COMPLETED");
  }

  @Test
  void anEntryNamesTheMethodOfItsStep() throws Exception {
    harness.open();

    harness.start("Descent", 0);
    harness.result();

    TraceEntry step = harness.trace().entries().get(1);
    assertThat(step.method()).isEqualTo("descend(int,List)");
    assertThat(step.index()).isEqualTo(1);
    assertThat(step.line()).isEqualTo(25);
    TraceEntry sleep = harness.trace().entries().get(2);
    assertThat(sleep.method()).isNull();
    assertThat(sleep.index()).isEqualTo(2);
  }

  @Test
  void aStackThatWaitsIsStoredFromTheOutsideIn() throws Exception {
    harness.open();
    holdAt("d0");

    harness.start("Descent", 1);

    Head head = harness.await(one -> one.seq() == 1);
    List<StoredFrame> frames =
        FrameCodec.parse(Objects.requireNonNull(HeadState.read(head.state()).frames()));
    assertThat(frames)
        .extracting(StoredFrame::method)
        .containsExactly("run", "descend(int,List)", "descend(int,List)");
    assertThat(frames)
        .extracting(StoredFrame::point)
        .containsExactly("call:descend", "call:descend", "step:Work.handle");
    assertThat(frames.get(0).locals().get(0).value()).isEqualTo(Payload.utf8("{\"@ref\":0}"));
    assertThat(harness.trace().pending().method()).isEqualTo("descend(int,List)");
  }

  @Test
  void theTraceOfAFailureHasTheLinesOfAllCallers() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (item.equals("d0")) {
            throw new IllegalStateException(item);
          }
          return item;
        });

    harness.start("Descent", 1);
    harness.await(head -> head.seq() == 2); // the first attempt failed
    harness.pass(Duration.ofMinutes(1));
    harness.await(head -> head.seq() == 4);
    harness.pass(Duration.ofMinutes(1));

    assertThat(harness.failure().getStackTrace())
        .filteredOn(frame -> "Descent.java".equals(frame.getFileName()))
        .extracting(
            frame -> frame.getClassName().replaceFirst(".*\\.", "") + ":" + frame.getLineNumber())
        .containsExactly("Descent_descend:25", "Descent_descend:29", "Descent_run:16");
  }

  @Test
  void aStackGoesOnAfterACrashWithWhatItsFramesShare() throws Exception {
    harness.open();
    CompletableFuture<String> gate = holdAt("d0");
    harness.start("Descent", 2);
    reached.await();

    harness.crash();
    gate.complete("late");

    assertThat(harness.result())
        .isEqualTo("[\"d2!\",\"d1!\",\"d0!\",\"up 1\",\"up 2\",\"depth 2\"]");
    assertThat(harness.calls)
        .containsExactly(
            "d2 attempt 1 key r1:0",
            "d1 attempt 1 key r1:1",
            "d0 attempt 1 key r1:2",
            "d0 attempt 2 key r1:2");
  }

  @Test
  void aCrashAtAnyWriteRepeatsNoFinishedStep() throws Exception {
    for (int write = 1; write <= 4; write++) {
      try (EngineHarness one = new EngineHarness()) {
        one.open();
        one.disk.crashBeforeWrite(write);
        one.start("Descent", 2);
        assertThatThrownBy(() -> one.engine.ended(RUN).get())
            .hasMessageContaining("the process is dead");

        one.open();

        assertThat(one.result())
            .as("crash before write %d", write)
            .isEqualTo("[\"d2!\",\"d1!\",\"d0!\",\"up 1\",\"up 2\",\"depth 2\"]");
        assertThat(one.trace().entries())
            .filteredOn(entry -> entry.kind() == EntryKind.STEP_COMPLETED)
            .extracting(entry -> String.valueOf(entry.input()))
            .containsExactly("[\"d2\"]", "[\"d1\"]", "[\"d0\"]");
      }
    }
  }

  @Test
  void aFailureOfAStepIsCaughtByAnOuterFrame() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (item.equals("d0")) {
            throw new FileNotFoundException("no " + item);
          }
          return item + "!";
        });

    harness.start("Descent", 2);

    assertThat(harness.result()).isEqualTo("[\"d2!\",\"d1!\",\"caught no d0\"]");
  }

  @Test
  void theAttemptsOfAStepInsideAHelperFollowItsFunctionsPolicy() throws Exception {
    harness.open();
    harness.functions(
        (step, item) -> {
          if (step.attempt() == 1) {
            throw new IOException("down");
          }
          return item + "!";
        });

    harness.start("Descent", 0);
    harness.parked();
    harness.pass(Duration.ofSeconds(10));

    assertThat(harness.result()).isEqualTo("[\"d0!\",\"depth 0\"]");
    assertThat(harness.trace().entries())
        .filteredOn(entry -> entry.step() != null && !entry.step().equals("sleep"))
        .extracting(TraceEntry::kind, TraceEntry::method)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(EntryKind.ATTEMPT_FAILED, "descend(int,List)"),
            org.assertj.core.groups.Tuple.tuple(EntryKind.TIMER_FIRED, "descend(int,List)"),
            org.assertj.core.groups.Tuple.tuple(EntryKind.STEP_COMPLETED, "descend(int,List)"));
  }

  @Test
  void aCallAboveTheLimitOverflowsInItsCaller() throws Exception {
    harness.framesMax = 3;
    harness.open();

    harness.start("Descent", 2);

    assertThat(harness.result())
        .isEqualTo(
            "[\"d2!\",\"d1!\",\"caught [ES220] too many frames: run=r1,"
                + " called=descend(int,List), line=29 of Descent.java, allowed=3. Use a loop, or"
                + " raise framesMax in Everstep's builder. docs/errors/ES220.md\"]");
  }

  @Test
  void framesTakeNoneOfJavasStack() throws Throwable {
    harness.open();
    MachineType type = harness.engine.workflows().named("Descent").orElseThrow().type();
    SegmentContext context = new SegmentContext(RUN, Descent.class);
    Stack stack = new Stack(type, new Descent(), context, 100_000);

    Op op = stack.start(50_000);
    while (op instanceof Op.Step) {
      op = stack.resume("x");
    }

    assertThat(stack.levels()).hasSize(1);
    assertThat(op).isInstanceOf(Op.Sleep.class);
    assertThat(stack.resume(null))
        .asString()
        .startsWith("Return[value=[x, x, ")
        .endsWith("up 49999, up 50000, depth 50000]]");
  }

  @Test
  void framesMaxHasARange() {
    harness.framesMax = 0;

    assertThatThrownBy(harness::open)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("framesMax is out of its range: 0, allowed: 1 to 100000");
  }

  @Test
  void aHelperThatTheCodeHasNoMoreMakesTheRunStuck() throws Exception {
    harness.open();
    holdAt("d0");
    harness.start("Descent", 1);
    reached.await();
    harness.disk.crash();

    harness.open(withDescent(Renamed.class));
    Head head = harness.ended();

    assertThat(head.status()).isEqualTo(RunStatus.STUCK);
    HeadState.Stuck stuck = HeadState.read(head.state()).stuck();
    assertThat(stuck.code()).isEqualTo(ErrorCode.ES407);
    assertThat(stuck.reason())
        .startsWith(
            "[ES407] a stored frame belongs to another method than the code calls: method=run,"
                + " point=call:descend, stored=descend(int,List), called=descend(long,List).");
  }

  @Test
  void aCallThatIsNowAStepMakesTheRunStuckAndAFittingDeployFreesIt() throws Exception {
    harness.open();
    CompletableFuture<String> gate = holdAt("d0");
    harness.start("Descent", 1);
    reached.await();
    harness.disk.crash();
    harness.open(withDescent(Inlined.class));
    assertThat(harness.ended().status()).isEqualTo(RunStatus.STUCK);
    harness.clock.advance(java.time.Duration.ofSeconds(1));

    harness.crash();
    gate.complete("late");
    harness.await(head -> head.status() == RunStatus.COMPLETED);

    assertThat(harness.result()).isEqualTo("[\"d1!\",\"d0!\",\"up 1\",\"depth 1\"]");
  }

  @Test
  void aClassWithDurableMethodsAloneIsNoWorkflow() {
    harness.open();

    assertThat(harness.engine.workflows().named("dev.everstep.engine.sample.Shared")).isEmpty();
  }

  private final CountDownLatch reached = new CountDownLatch(1);

  /** Makes the first attempt for an item wait. */
  private CompletableFuture<String> holdAt(String held) {
    CompletableFuture<String> gate = EngineHarness.gate();
    harness.functions(
        (step, item) -> {
          if (item.equals(held) && step.attempt() == 1) {
            reached.countDown();
            return gate.get();
          }
          return item + "!";
        });
    return gate;
  }

  /** Returns a class path on which the workflow has another machine. */
  private static ClassLoader withDescent(Class<?> machine) {
    return new ClassLoader(EngineStackTest.class.getClassLoader()) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.endsWith("/Descent.json")
            ? Collections.enumeration(List.of(descriptor(machine)))
            : super.getResources(name);
      }
    };
  }

  @SuppressWarnings("deprecation") // the constructor that replaces it is newer than 17
  private static URL descriptor(Class<?> machine) throws IOException {
    String json =
        "{\"format\":1,\"workflow\":\"Descent\",\"machine\":\"" + machine.getName() + "\"}";
    return new URL(
        null,
        "text:descriptor",
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
              @Override
              public void connect() {}

              @Override
              public InputStream getInputStream() {
                return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
              }
            };
          }
        });
  }

  /** The entry of a later version. */
  abstract static class Later extends Machine {
    static MachineType.Builder entry() {
      return MachineType.named("Descent", "run", Descent.class, "Descent.java")
          .parameter("depth", int.class)
          .returns(Types.of(List.class, String.class));
    }

    @Override
    protected void bindSelf(Object workflow) {}

    @Override
    protected Op run() {
      throw new AssertionError("a frame of another version was taken up");
    }

    @Override
    public Object local(int index) {
      throw new AssertionError("no locals");
    }

    @Override
    public void local(int index, Object value) {}

    @Override
    public Object call(int point, Invocation in) {
      throw new AssertionError("no steps");
    }
  }

  /** Calls a method with another parameter. */
  static final class Renamed extends Later {
    @Override
    public MachineType type() {
      Callee callee =
          MachineType.callee(
              () ->
                  MachineType.named("Descent", "descend(long,List)", Descent.class, "Descent.java")
                      .sleep(1, "sleep", 2)
                      .build(Renamed::new));
      return entry().call(1, "call:descend", 1, callee).build(Renamed::new);
    }
  }

  /** Has a sleep under the id of the call. */
  static final class Inlined extends Later {
    @Override
    public MachineType type() {
      return entry().sleep(1, "call:descend", 1).build(Inlined::new);
    }
  }
}
