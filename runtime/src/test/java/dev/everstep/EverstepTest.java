package dev.everstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.everstep.annotations.Workflow;
import dev.everstep.engine.sample.Once;
import dev.everstep.engine.sample.Pipeline;
import dev.everstep.engine.sample.Work;
import dev.everstep.journal.memory.InMemoryJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverstepTest {
  private Work.Behaviour behaviour = (step, item) -> item + "!";
  private final Everstep everstep =
      Everstep.builder()
          .journal(new InMemoryJournal())
          .functions(Work.class, () -> new Work((step, item) -> behaviour.handle(step, item)))
          .closeWait(Duration.ZERO)
          .open();

  @AfterEach
  void close() {
    everstep.close();
  }

  @Test
  void startsTheEntryThatWasNamedAndReturnsItsTypedResult() {
    Run<List<String>> run = everstep.start(Pipeline::run, List.of("a"), Duration.ZERO);

    List<String> result = run.result();

    assertThat(result.get(0)).isEqualTo("a!");
    assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void findsARunByTheIdItWasGiven() throws Exception {
    everstep.start(new RunId("order-1"), Once::run, "a").result();

    Run<Object> found = everstep.find(new RunId("order-1")).orElseThrow();

    assertThat(found.result(Duration.ofSeconds(5))).isEqualTo("a!");
    assertThat(everstep.find(new RunId("order-2"))).isEmpty();
  }

  @Test
  void startsByStoredNameWithInputAsAPersonWritesIt() {
    assertThat(everstep.startJson(null, "Once", "\"a\"").result()).isEqualTo("a!");
  }

  @Test
  void aFailedRunThrowsWhatTheWorkflowThrewAsCause() {
    behaviour =
        (step, item) -> {
          throw new UncheckedIOException(new java.io.IOException("no route"));
        };
    Run<String> run = everstep.start(new RunId("r1"), Once::run, "a");

    assertThatThrownBy(run::result)
        .isInstanceOf(RunFailedException.class)
        .hasMessage(
            "[ES201] the workflow threw java.io.UncheckedIOException: java.io.IOException: no route:"
                + " run=r1, workflow=Once. Its cause is what was thrown; 'everstep inspect trace -r"
                + " r1' shows the steps before it. docs/errors/ES201.md")
        .hasCauseInstanceOf(UncheckedIOException.class);
  }

  @Test
  void waitingForALimitedTimeEndsWithATimeout() {
    Run<List<String>> run =
        everstep.start(new RunId("r1"), Pipeline::run, List.of(), Duration.ofDays(1));

    assertThatThrownBy(() -> run.result(Duration.ZERO))
        .isInstanceOf(TimeoutException.class)
        .hasMessage("run=r1 has not finished after PT0S");
  }

  @Test
  void anInterruptedWaitLeavesTheRunAndTheFlag() {
    Run<List<String>> run =
        everstep.start(new RunId("r1"), Pipeline::run, List.of(), Duration.ofDays(1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(run::result)
        .isInstanceOf(WaitInterruptedException.class)
        .hasMessage(
            "[ES106] interrupted while waiting for run=r1. The run goes on; wait for it again."
                + " docs/errors/ES106.md");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aFunctionWithoutAnInstanceStopsItsRunAndSaysHowToGiveOne() {
    try (Everstep without = Everstep.builder().journal(new InMemoryJournal()).open()) {
      Run<String> run = without.start(new RunId("r1"), Once::run, "a");

      assertThatThrownBy(run::result)
          .isInstanceOf(RunStuckException.class)
          .hasMessage(
              "[ES202] the run is stuck: run=r1, workflow=Once. It keeps all it has and goes on when"
                  + " the reason is mended: [ES206] no instance of dev.everstep.engine.sample.Work:"
                  + " it has no constructor without parameters. Give it a public constructor without"
                  + " parameters, or give the builder a factory for it:"
                  + " builder.functions(Work.class, ...). docs/errors/ES206.md docs/errors/ES202.md");
    }
  }

  @Test
  void aStepThatMustNotBeCalledAgainIsCalledIfItsRunWasStuckBeforeTheFirstCall(
      @TempDir Path directory) {
    RunId run = new RunId("r1");
    try (Everstep unprepared = Everstep.open(directory)) {
      Run<String> stuck = unprepared.start(run, Once::run, "a");
      assertThatThrownBy(stuck::result).hasMessageContaining("[ES206] no instance of");
    }

    try (Everstep prepared =
        Everstep.builder()
            .directory(directory)
            .functions(Work.class, () -> new Work((step, item) -> item + step.attempt()))
            .open()) {
      prepared.retryStuck(run);
      assertThat(prepared.find(run).orElseThrow().result()).isEqualTo("a1");
    }
  }

  @Test
  void whoWaitsWhenItIsClosedIsToldSo() {
    Run<List<String>> run =
        everstep.start(new RunId("r1"), Pipeline::run, List.of(), Duration.ofDays(1));
    CompletableFuture<Void> closing = CompletableFuture.runAsync(everstep::close);

    assertThatThrownBy(run::result)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("[ES105]");
    closing.join();
  }

  /** A class that is no workflow. */
  public static class Plain {
    public String run(WorkflowContext ctx) {
      return "";
    }
  }

  /** A workflow that no compiler has seen. */
  @Workflow
  public static class Uncompiled {
    public String run(WorkflowContext ctx) {
      return "";
    }

    public String other(WorkflowContext ctx) {
      return "";
    }
  }

  @Test
  void anythingButTheEntryOfACompiledWorkflowIsRefused() {
    assertThatThrownBy(() -> everstep.start(Plain::run))
        .hasMessage(
            "[ES102] Plain::run is a method of a class without @Workflow. Name the public method of a"
                + " @Workflow class whose first parameter is WorkflowContext, as in"
                + " everstep.start(Research::run, url). docs/errors/ES102.md");
    assertThatThrownBy(() -> everstep.start((Once once, WorkflowContext ctx) -> "x"))
        .hasMessageStartingWith("[ES102] start was given a lambda or a static method");
    assertThatThrownBy(() -> everstep.start(Uncompiled::run))
        .hasMessage(
            "[ES103] no compiled workflow named EverstepTest.Uncompiled for"
                + " dev.everstep.EverstepTest$Uncompiled. Compile its module with everstep-processor"
                + " as annotation processor. docs/errors/ES103.md");
    assertThatThrownBy(() -> everstep.startJson(null, "Nobody", "1"))
        .hasMessage(
            "[ES103] no compiled workflow named Nobody on the class path. Check the name; a workflow"
                + " is named as its class, unless @Workflow says otherwise. docs/errors/ES103.md");
  }

  @Test
  void settingsOutOfTheirRangeAreRefused() {
    assertThatThrownBy(
            () -> Everstep.builder().journal(new InMemoryJournal()).stepThreads(0).open())
        .hasMessage(
            "[ES107] the setting stepThreads is out of its range: 0, allowed: 1 to 100000."
                + " docs/errors/ES107.md");
  }

  @Test
  void aWorkflowsOwnCodeMayStartRunsOnAllThreadsAtOnce() throws Exception {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    CyclicBarrier allBusy = new CyclicBarrier(threads);
    AtomicReference<Everstep> self = new AtomicReference<>();
    Everstep starting =
        Everstep.builder()
            .journal(new InMemoryJournal())
            .functions(Work.class, () -> new Work((step, item) -> item + "!"))
            .workflow(
                Pipeline.class,
                () -> {
                  try {
                    allBusy.await(20, TimeUnit.SECONDS);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                  self.get().start(Once::run, "inner");
                  return new Pipeline();
                })
            .closeWait(Duration.ZERO)
            .open();
    self.set(starting);
    ExecutorService callers = Executors.newFixedThreadPool(threads);
    try (starting) {
      List<Future<List<String>>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(
            callers.submit(
                () -> starting.start(Pipeline::run, List.of("a"), Duration.ZERO).result()));
      }
      for (Future<List<String>> result : results) {
        assertThat(result.get(20, TimeUnit.SECONDS)).contains("a!");
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void anErrorThatWritingAResultThrowsEndsTheAttempt() {
    JsonMapper json =
        JsonMapper.builder()
            .addModule(
                new SimpleModule()
                    .addSerializer(
                        String.class,
                        new StdSerializer<>(String.class) {
                          @Override
                          public void serialize(
                              String value, JsonGenerator out, SerializerProvider provider)
                              throws IOException {
                            if (value.equals("bad!")) {
                              throw new NoClassDefFoundError("gone");
                            }
                            out.writeString(value);
                          }
                        }))
            .build();
    try (Everstep refusing =
        Everstep.builder()
            .journal(new InMemoryJournal())
            .json(json)
            .functions(Work.class, () -> new Work((step, item) -> item + "!"))
            .closeWait(Duration.ZERO)
            .open()) {
      Run<String> run = refusing.start(Once::run, "bad");

      assertThatThrownBy(() -> run.result(Duration.ofSeconds(20)))
          .isInstanceOf(RunFailedException.class)
          .cause()
          .isInstanceOf(NoClassDefFoundError.class)
          .hasMessage("gone");
    }
  }
}
