package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import java.time.Duration;
import java.time.Instant;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Waiting#run}, compiled from Waiting.java.
 */
@Generated("dev.everstep.processor.WorkflowProcessor")
@SuppressWarnings({
    "auxiliaryclass",
    "cast",
    "deprecation",
    "divzero",
    "empty",
    "fallthrough",
    "finally",
    "lossy-conversions",
    "missing-explicit-ctor",
    "rawtypes",
    "removal",
    "serial",
    "static",
    "synchronization",
    "try",
    "unchecked",
    "varargs"
})
public final class Waiting$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Waiting", "run", Waiting.class, "Waiting.java")
      .parameter("order", String.class)
      .returns(int.class)
      .local("deadline", Instant.class)
      .local("asked", int.class)
      .step(1, "step:Bank.isPaid", 12,
          MachineType.call("Bank.isPaid", Bank.class, "isPaid", String.class)
              .argument("order", String.class)
              .returns(boolean.class), 0, 1, 2)
      .sleep(2, "sleep", 16, 0, 1, 2)
      .sleep(3, "sleep#2", 18, 0)
      .build(Waiting$run::new);

  private final Locals f = new Locals();

  private Waiting self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Waiting) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 9
          f.deadline = context().now().plus(Duration.ofDays(3));
          f.asked = 0;
          pc = 4;
          continue next;
        }
        case 4: { // line 12
          return step(1, f.order);
        }
        case 1: { // line 12, after step:Bank.isPaid
          if (this.<Boolean>take()) {
            pc = 5;
          } else {
            pc = 6;
          }
          continue next;
        }
        case 5: { // line 13
          return end(f.asked);
        }
        case 6: { // line 15
          f.asked++;
          return sleep(2, Duration.ofHours(f.asked));
        }
        case 2: { // line 16, after sleep
          take();
          if (context().now().isBefore(f.deadline)) {
            pc = 4;
          } else {
            pc = 7;
          }
          continue next;
        }
        case 7: { // line 18
          return sleepUntil(3, f.deadline);
        }
        case 3: { // line 18, after sleep#2
          take();
          throw new IllegalStateException("order " + f.order + " is not paid");
        }
        default:
          throw new IllegalStateException("no block " + pc);
      }
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return Bank.isPaid(in.<String>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.order;
      case 1:
        return this.f.deadline;
      case 2:
        return this.f.asked;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.order = (String) value;
        break;
      case 1:
        this.f.deadline = (Instant) value;
        break;
      case 2:
        this.f.asked = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    String order;

    Instant deadline;

    int asked;
  }
}
