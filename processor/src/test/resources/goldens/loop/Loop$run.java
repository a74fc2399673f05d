package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Loop#run}, compiled from Loop.java.
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
public final class Loop$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Loop", "run", Loop.class, "Loop.java")
      .parameter("n", int.class)
      .returns(int.class)
      .local("sum", int.class)
      .local("i", int.class)
      .step(1, "step:Numbers.isOdd", 11,
          MachineType.call("Numbers.isOdd", Numbers.class, "isOdd", int.class)
              .argument("n", int.class)
              .returns(boolean.class), 0, 1, 2)
      .step(2, "step:Numbers.twice", 14,
          MachineType.call("Numbers.twice", Numbers.class, "twice", int.class)
              .argument("n", int.class)
              .returns(int.class), 0, 1, 2)
      .build(Loop$run::new);

  private final Locals f = new Locals();

  private Loop self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Loop) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 9
          f.sum = 0;
          f.i = 0;
          pc = 3;
          continue next;
        }
        case 3: { // line 10
          if (f.i < f.n) {
            pc = 4;
          } else {
            pc = 7;
          }
          continue next;
        }
        case 4: { // line 11
          return step(1, f.i);
        }
        case 1: { // line 11, after step:Numbers.isOdd
          if (this.<Boolean>take()) {
            pc = 6;
          } else {
            pc = 5;
          }
          continue next;
        }
        case 5: { // line 14
          return step(2, f.i);
        }
        case 2: { // line 14, after step:Numbers.twice
          f.sum = f.sum + this.<Integer>take();
          if (f.sum > self.limit()) {
            pc = 7;
          continue next;
          }
          pc = 6;
          continue next;
        }
        case 6: { // line 10
          f.i++;
          pc = 3;
          continue next;
        }
        case 7: { // line 19
          return end(f.sum);
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
        return Numbers.isOdd(in.<Integer>argument(0));
      case 2:
        return Numbers.twice(in.<Integer>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.n;
      case 1:
        return this.f.sum;
      case 2:
        return this.f.i;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.n = value == null ? 0 : (Integer) value;
        break;
      case 1:
        this.f.sum = value == null ? 0 : (Integer) value;
        break;
      case 2:
        this.f.i = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    int n;

    int sum;

    int i;
  }
}
