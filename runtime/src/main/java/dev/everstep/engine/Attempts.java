package dev.everstep.engine;

import dev.everstep.ErrorCode;
import dev.everstep.EverstepException;
import dev.everstep.StepOutputTooLargeException;
import dev.everstep.StepTimeoutException;
import dev.everstep.codec.SizeLimit;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Machine;
import dev.everstep.machine.Point;
import dev.everstep.machine.Stack;
import dev.everstep.state.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls functions on their own threads and says what came of it, once for each attempt.
 * Thread-safe.
 */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  /** Takes the event that ends an attempt. */
  @FunctionalInterface
  interface Ended {
    /**
     * Takes an event; returns soon, unless the thread is the attempt's own, which is free by then.
     */
    void ended(RunState state, Event event, boolean ownThread);
  }

  private final Clock clock;
  private final ValueCodec values;
  private final Instances instances;
  private final SizeLimit outputLimit;
  private final StepThreads threads;
  private final ScheduledExecutorService alarms;
  private final Ended ended;

  private final Set<Attempt> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private volatile boolean closing;
  private volatile boolean stopping;

  /**
   * Creates a caller of functions.
   *
   * @param outputLimit of what a function returns
   * @param alarms for timeouts
   */
  Attempts(
      Clock clock,
      ValueCodec values,
      Instances instances,
      SizeLimit outputLimit,
      StepThreads threads,
      ScheduledExecutorService alarms,
      Ended ended) {
    this.clock = clock;
    this.values = values;
    this.instances = instances;
    this.outputLimit = outputLimit;
    this.threads = threads;
    this.alarms = alarms;
    this.ended = ended;
  }

  /** Starts the attempt that a durable state waits for; returns at once. */
  void start(RunState state, Wait.Step step) {
    Attempt attempt = new Attempt(state, step);
    open.add(attempt);
    if (closing) {
      attempt.settle(new Event.AttemptStopped(clock.instant(), null));
      return;
    }
    try {
      threads.execute(attempt);
    } catch (RejectedExecutionException e) {
      attempt.settle(new Event.AttemptStopped(clock.instant(), null));
    }
  }

  /**
   * Waits for running attempts to end, then interrupts the others and waits a little longer. What
   * runs on after that is left behind: its run is where the journal has it.
   */
  void close(Duration wait) {
    closing = true;
    for (Attempt attempt : open) {
      attempt.stopIfWaiting();
    }
    if (!awaitIdle(wait)) {
      stopping = true;
      open.forEach(Attempt::interrupt);
      if (!awaitIdle(Duration.ofSeconds(1))) {
        open.forEach(
            left ->
                LOG.warn(
                    "left a step behind that does not end when interrupted: run={}, step={};"
                        + " it runs again at the next open",
                    left.state.run(),
                    left.step.point()));
      }
    }
    threads.close();
  }

  private boolean awaitIdle(Duration wait) {
    long left = wait.toNanos();
    lock.lock();
    try {
      while (!open.isEmpty()) {
        if (left <= 0) {
          return false;
        }
        left = idle.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void remove(Attempt attempt) {
    open.remove(attempt);
    if (closing && open.isEmpty()) {
      lock.lock();
      try {
        idle.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** One attempt. The first to settle it decides what came of it; later outcomes are dropped. */
  private final class Attempt implements Runnable {
    private final RunState state;
    private final Wait.Step step;
    private final Point point;
    private final FunctionRef function;
    private final Machine machine;
    private final AtomicBoolean settled = new AtomicBoolean();
    private @Nullable Thread thread;

    Attempt(RunState state, Wait.Step step) {
      // The stack moves on when the attempt is settled, which may be before the function ends.
      Stack stack = state.restored().stack();
      this.state = state;
      this.step = step;
      this.point = stack.innermost().point();
      this.function = stack.function();
      this.machine = stack.innermost().machine();
    }

    @Override
    public void run() {
      if (!enter()) {
        return;
      }
      Instant startedAt = clock.instant();
      ScheduledFuture<?> alarm = null;
      Duration timeout = state.code().policy(point).timeout();
      if (timeout != null) {
        alarm = alarm(startedAt, timeout);
      }
      Event event;
      try {
        event = call(startedAt);
      } finally {
        leave();
        if (alarm != null) {
          alarm.cancel(false);
        }
      }
      settle(event, true);
    }

    private @Nullable ScheduledFuture<?> alarm(Instant startedAt, Duration timeout) {
      try {
        return alarms.schedule(
            () -> timedOut(startedAt, timeout), timeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        return null; // Whoever closes interrupts the function.
      }
    }

    private Event call(Instant startedAt) {
      Class<?> owner =
          function.owner() == null ? machine.type().declaringClass() : function.owner();
      @Nullable StepInvocation invocation = null;
      Object result;
      try {
        @Nullable Object[] arguments = values.readArguments(step.input(), function.arguments());
        invocation = new StepInvocation(state.run(), step, arguments, instances, owner);
        result = machine.call(point.index(), invocation);
      } catch (Throwable thrown) {
        if (stopping) {
          return new Event.AttemptStopped(clock.instant(), startedAt);
        }
        if (invocation == null && thrown instanceof EverstepException unreadable) {
          return stuck(unreadable, true);
        }
        if (invocation != null && invocation.fault() instanceof EverstepException fault) {
          return stuck(fault, true);
        }
        return new Event.AttemptThrew(clock.instant(), thrown, startedAt);
      }
      Instant endedAt = clock.instant();
      try {
        Payload output =
            values.write(result, function.result(), "result of " + function.name(), outputLimit);
        return new Event.StepReturned(endedAt, output, startedAt);
      } catch (EverstepException unstorable) {
        if (unstorable.code() == ErrorCode.ES405) {
          EverstepException failure =
              new StepOutputTooLargeException(step.point(), outputLimit.bytes());
          return new Event.StepFailed(endedAt, failure, startedAt);
        }
        return stuck(unstorable, false);
      } catch (Throwable thrown) {
        // Thrown by the result's own methods, or for want of memory: the attempt ends all the same.
        return new Event.AttemptThrew(endedAt, thrown, startedAt);
      }
    }

    private Event stuck(EverstepException reason, boolean beforeCall) {
      return new Event.GotStuck(
          clock.instant(), reason.code(), String.valueOf(reason.getMessage()), beforeCall);
    }

    private void timedOut(Instant startedAt, Duration timeout) {
      // Settled before the interrupt, so that what the interrupt makes the function throw is late.
      if (settle(
          new Event.AttemptThrew(
              clock.instant(), new StepTimeoutException(step.point(), timeout), startedAt))) {
        interrupt();
      }
    }

    /** Ends an attempt whose thread has not begun. */
    synchronized void stopIfWaiting() {
      if (thread == null) {
        settle(new Event.AttemptStopped(clock.instant(), null));
      }
    }

    private synchronized boolean enter() {
      if (settled.get()) {
        return false;
      }
      thread = Thread.currentThread();
      return true;
    }

    private void leave() {
      synchronized (this) {
        thread = null;
      }
      // An interrupt meant for this attempt must not reach the next one on this thread.
      Thread.interrupted();
    }

    synchronized void interrupt() {
      if (thread != null) {
        thread.interrupt();
      }
    }

    boolean settle(Event event) {
      return settle(event, false);
    }

    private boolean settle(Event event, boolean ownThread) {
      if (!settled.compareAndSet(false, true)) {
        return false;
      }
      try {
        ended.ended(state, event, ownThread);
      } finally {
        remove(this);
      }
      return true;
    }
  }
}
