package dev.everstep;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.codec.FailureCodec;
import dev.everstep.codec.SizeLimit;
import dev.everstep.codec.ValueCodec;
import dev.everstep.engine.Engine;
import dev.everstep.engine.EngineOptions;
import dev.everstep.engine.Instances;
import dev.everstep.engine.RunIds;
import dev.everstep.engine.WorkflowCode;
import dev.everstep.engine.Workflows;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import dev.everstep.journal.embedded.EmbeddedJournal;
import dev.everstep.journal.embedded.Options;
import dev.everstep.machine.Local;
import dev.everstep.state.HeadState;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs workflows over a data directory. Opening it goes on with every unfinished run found there;
 * closing it stops at the next checkpoint of each, and loses nothing.
 *
 * <pre>{@code
 * try (Everstep everstep = Everstep.open(Path.of("data"))) {
 *   Run<Summary> run = everstep.start(Research::run, "https://example.org/a");
 *   Summary summary = run.result();
 * }
 * }</pre>
 *
 * <p>One process owns a directory at a time. Thread-safe.
 */
public final class Everstep implements StartCalls, AutoCloseable {
  private final Engine engine;
  private final ValueCodec values;
  private final SizeLimit inputLimit;
  private final Clock clock;
  private final FailureCodec failures = new FailureCodec();

  private Everstep(Engine engine, ValueCodec values, SizeLimit inputLimit, Clock clock) {
    this.engine = engine;
    this.values = values;
    this.inputLimit = inputLimit;
    this.clock = clock;
  }

  /**
   * Opens a data directory with defaults; makes it if it does not exist.
   *
   * @throws dev.everstep.journal.JournalException if another process has it open (ES305), it was
   *     written by a later version (ES306), or it cannot be used
   */
  public static Everstep open(Path directory) {
    return builder().directory(directory).open();
  }

  /** Returns a builder for all that has no default, or another one. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public <R> Run<R> startRun(@Nullable RunId id, EntryMethod entry, @Nullable Object[] arguments) {
    WorkflowCode code = engine.workflows().entry(entry);
    List<Type> types = code.type().parameters().stream().map(Local::type).toList();
    if (types.size() != arguments.length) {
      throw new InvalidInputException(
          ErrorCode.ES409,
          "the workflow "
              + code.name()
              + " takes "
              + types.size()
              + " arguments, found "
              + arguments.length
              + ".");
    }
    return start(id, code, arguments, types);
  }

  /**
   * Starts a run of a workflow known by its stored name, with input as a person writes it.
   *
   * @param id names the run; null for a new random id
   * @param workflow the stored name
   * @param input JSON: an array of all arguments, an object by parameter names, or the bare value
   *     if there is one parameter
   * @throws InvalidInputException ES103 if there is no such workflow; ES408 if the input is not
   *     JSON; ES409 if it does not fit the parameters. Nothing was written
   * @throws UnstorableValueException ES405 if it is above its limit. Nothing was written
   * @throws TooManyRunsException ES108 if there are as many open runs as allowed. Nothing was
   *     written
   */
  public Run<Object> startJson(@Nullable RunId id, String workflow, String input) {
    WorkflowCode code =
        engine
            .workflows()
            .named(workflow)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        ErrorCode.ES103,
                        "no compiled workflow named "
                            + workflow
                            + " on the class path. Check the name; a workflow is named as its class"
                            + ", unless @Workflow says otherwise."));
    List<Local> parameters = code.type().parameters();
    @Nullable Object[] arguments = values.readInput(input, parameters);
    return start(id, code, arguments, parameters.stream().map(Local::type).toList());
  }

  private <R> Run<R> start(
      @Nullable RunId id, WorkflowCode code, @Nullable Object[] arguments, List<Type> types) {
    Payload input = values.writeArguments(arguments, types, inputLimit);
    RunId run = id != null ? id : RunIds.next(clock.instant());
    engine.start(run, code, input);
    return new Handle<>(run);
  }

  /** Returns a run by its id; empty if there is none. */
  public Optional<Run<Object>> find(RunId id) {
    return engine.head(id).map(head -> new Handle<>(id));
  }

  /**
   * Lets a stuck run try again, after what it is stuck on was mended. Runs that may fit new code
   * are tried at every open without being asked; one whose step ended the process too often (ES205)
   * is not. No effect on a run that is not stuck. Returns when that is durable.
   *
   * @throws RunStuckException if the run is stuck all the same; it says on what. What it has is
   *     kept
   */
  public void retryStuck(RunId id) {
    engine
        .retryStuck(id)
        .ifPresent(
            still -> {
              throw new RunStuckException(
                  id, engine.head(id).orElseThrow().workflow(), still.code(), still.reason());
            });
  }

  /**
   * Stops advancing runs and releases the directory: waits a few seconds for functions that run,
   * then interrupts them. Their steps run again at the next open. Idempotent.
   */
  @Override
  public void close() {
    engine.close();
  }

  private final class Handle<R> implements Run<R> {
    private final RunId id;

    Handle(RunId id) {
      this.id = id;
    }

    @Override
    public RunId id() {
      return id;
    }

    @Override
    public RunStatus status() {
      return engine.head(id).orElseThrow().status();
    }

    @Override
    public R result() {
      try {
        return outcome(engine.ended(id).get());
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ExecutionException e) {
        throw reason(e);
      }
    }

    @Override
    public R result(Duration timeout) throws TimeoutException {
      CompletableFuture<Head> ended = engine.ended(id);
      try {
        return outcome(ended.get(Math.max(0, timeout.toMillis()), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        throw new TimeoutException("run=" + id + " has not finished after " + timeout);
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ExecutionException e) {
        throw reason(e);
      }
    }

    private WaitInterruptedException interrupted(InterruptedException e) {
      Thread.currentThread().interrupt();
      return new WaitInterruptedException(id, e);
    }

    private RuntimeException reason(ExecutionException e) {
      return e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    }

    @SuppressWarnings("unchecked") // read by the type that the entry method declares
    private R outcome(Head head) {
      HeadState state = engine.state(head);
      if (state.stuck() != null) {
        throw new RunStuckException(
            id, head.workflow(), state.stuck().code(), state.stuck().reason());
      }
      if (state.failure() != null) {
        throw new RunFailedException(id, head.workflow(), failures.read(state.failure()));
      }
      WorkflowCode code =
          engine
              .workflows()
              .named(head.workflow())
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          ErrorCode.ES103,
                          "no compiled workflow named "
                              + head.workflow()
                              + " on the class path, whose result could be read: run="
                              + id
                              + "."));
      return (R)
          values.read(Objects.requireNonNull(state.result(), "result"), code.type().result());
    }

    @Override
    public String toString() {
      return "run " + id;
    }
  }

  /** Settings of an Everstep. Confined to one thread. */
  public static final class Builder {
    private final Map<Class<?>, Supplier<?>> factories = new HashMap<>();
    private @Nullable Path directory;
    private @Nullable Journal journal;
    private @Nullable JsonMapper json;
    private int stepThreads = 256;
    private int attemptsAfterCrash = 10;
    private int framesMax = 1_000;
    private Limits limits = Limits.defaults();
    private @Nullable Retention retention;
    private Duration closeWait = Duration.ofSeconds(5);
    private String worker = "pid-" + ProcessHandle.current().pid();
    private @Nullable ClassLoader loader;

    private Builder() {}

    /** Sets the data directory; it or {@link #journal} is required. */
    public Builder directory(Path directory) {
      this.directory = directory;
      return this;
    }

    /**
     * Sets a journal to run over, which is closed with the Everstep; {@code InMemoryJournal} for
     * tests, say.
     */
    public Builder journal(Journal journal) {
      this.journal = journal;
      return this;
    }

    /**
     * Sets where instances of a class with functions come from. Asked once, when a step first needs
     * one; all runs share it. Default: the public constructor without parameters.
     */
    public <T> Builder functions(Class<T> type, Supplier<? extends T> factory) {
      factories.put(type, factory);
      return this;
    }

    /**
     * Sets where the instance of a workflow class comes from; otherwise as {@link #functions}. It
     * may be of a subclass, whose methods are called by the body as usual; the entry and the
     * durable methods are always those of the workflow's own class.
     */
    public <T> Builder workflow(Class<T> type, Supplier<? extends T> factory) {
      factories.put(type, factory);
      return this;
    }

    /** Sets a mapper whose modules and mix-ins are used for values; it is copied, not changed. */
    public Builder json(JsonMapper json) {
      this.json = json;
      return this;
    }

    /** Sets how many functions may run at the same time, 1 to 100,000; 256 by default. */
    public Builder stepThreads(int stepThreads) {
      this.stepThreads = stepThreads;
      return this;
    }

    /**
     * Sets how often in a row a crash may cut a step short before its run is stuck, 1 to 1,000,000;
     * 10 by default.
     */
    public Builder attemptsAfterCrash(int attempts) {
      this.attemptsAfterCrash = attempts;
      return this;
    }

    /**
     * Sets how deep a run's durable methods may call each other, the entry included, 1 to 100,000;
     * 1,000 by default. A call beyond that throws {@link StackOverflowError} in its caller.
     */
    public Builder framesMax(int frames) {
      this.framesMax = frames;
      return this;
    }

    /**
     * Sets what runs may hold, and how many there may be; {@link Limits#defaults} by default. The
     * journal of a {@link #directory} takes what is within them.
     */
    public Builder limits(Limits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * Sets how long the {@link #directory} keeps finished runs; for ever by default. Their results,
     * traces and ids are gone when they are dropped, so whoever starts a run with the id of a
     * dropped one starts a new run.
     */
    public Builder retention(Retention retention) {
      this.retention = retention;
      return this;
    }

    /**
     * Sets how long {@code close} waits for functions that run before it interrupts them, up to a
     * day; 5 seconds by default.
     */
    public Builder closeWait(Duration closeWait) {
      this.closeWait = closeWait;
      return this;
    }

    /** Sets the name of this process in traces, 1 to 200 characters; its process id by default. */
    public Builder worker(String worker) {
      this.worker = worker;
      return this;
    }

    /** Sets the loader of workflow classes; the calling thread's context loader by default. */
    public Builder classLoader(ClassLoader loader) {
      this.loader = loader;
      return this;
    }

    /**
     * Opens it and goes on with every unfinished run.
     *
     * @throws InvalidInputException ES107 if a setting is out of its range or there is no directory
     * @throws dev.everstep.journal.JournalException as {@link Everstep#open}
     */
    public Everstep open() {
      if ((directory == null) == (journal == null)) {
        throw new InvalidInputException(
            ErrorCode.ES107, "the builder needs either a directory or a journal.");
      }
      if (journal != null && retention != null) {
        throw new InvalidInputException(
            ErrorCode.ES107,
            "retention belongs to a directory: a journal of your own has its own way to forget.");
      }
      Clock clock = Clock.systemUTC();
      EngineOptions options =
          new EngineOptions(
              clock, worker, stepThreads, attemptsAfterCrash, framesMax, limits, closeWait);
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      ClassLoader classes =
          loader != null ? loader : context != null ? context : Everstep.class.getClassLoader();
      Instances instances = new Instances(factories);
      // At the same time, since both load many classes in a JVM that has just started.
      CompletableFuture<Journal> opening =
          CompletableFuture.supplyAsync(
              () -> journal != null ? journal : EmbeddedJournal.open(directory, journalOptions()),
              task -> new Thread(task, "everstep-open").start());
      ValueCodec values;
      try {
        values = json == null ? new ValueCodec() : new ValueCodec(json);
      } catch (RuntimeException | Error e) {
        opened(opening).close();
        throw e;
      }
      Journal opened = opened(opening);
      try {
        Engine engine =
            Engine.open(opened, new Workflows(classes, instances), instances, values, options);
        return new Everstep(engine, values, SizeLimit.runInput(limits), clock);
      } catch (RuntimeException | Error e) {
        opened.close();
        throw e;
      }
    }

    private static Journal opened(CompletableFuture<Journal> opening) {
      try {
        return opening.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        if (e.getCause() instanceof Error cause) {
          throw cause;
        }
        throw e;
      }
    }

    private Options journalOptions() {
      Options defaults = Options.defaults();
      return defaults
          .withRetention(retention == null ? Retention.forever() : retention)
          .withTransitionBytesMax(
              Math.max(defaults.transitionBytesMax(), limits.transitionBytesMax()));
    }
  }
}
