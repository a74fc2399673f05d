package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Narrowed#run}, compiled from Narrowed.java.
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
public final class Narrowed$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Narrowed", "run", Narrowed.class, "Narrowed.java")
      .parameter("data", byte[].class)
      .returns(String.class)
      .local("log", String.class)
      .local("sum", short.class)
      .local("i", int.class)
      .local("kept_0_1", byte.class)
      .step(1, "step:Noise.next", 12,
          MachineType.call("Noise.next", Noise.class, "next", int.class)
              .argument("of", int.class)
              .returns(int.class), 0, 1, 2, 3, 4)
      .step(2, "step:Noise.loud", 14,
          MachineType.call("Noise.loud", Noise.class, "loud", short.class)
              .argument("level", short.class)
              .returns(boolean.class), 0, 1, 2, 3)
      .step(3, "step:Noise.loud#2", 16,
          MachineType.call("Noise.loud", Noise.class, "loud", short.class)
              .argument("level", short.class)
              .returns(boolean.class), 1, 2)
      .build(Narrowed$run::new);

  private final Locals f = new Locals();

  private Narrowed self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Narrowed) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 9
          f.log = "";
          f.sum = 0;
          f.i = 0;
          pc = 4;
          continue next;
        }
        case 4: { // line 11
          if (f.i < 3) {
            pc = 5;
          } else {
            pc = 9;
          }
          continue next;
        }
        case 5: { // line 12
          f.kept_0_1 = f.data[f.i];
          return step(1, f.i);
        }
        case 1: { // line 12, after step:Noise.next
          f.data[f.i] = (byte) (f.kept_0_1 + this.<Integer>take());
          f.sum += f.data[f.i];
          return step(2, f.sum);
        }
        case 2: { // line 14, after step:Noise.loud
          if (this.<Boolean>take()) {
            pc = 6;
          } else {
            pc = 7;
          }
          continue next;
        }
        case 6: { // line 14
          f.value_Noise_loud = "!";
          pc = 8;
          continue next;
        }
        case 7: { // line 14
          f.value_Noise_loud = ".";
          pc = 8;
          continue next;
        }
        case 8: { // line 14
          f.log = f.log + (f.sum + f.value_Noise_loud);
          f.i++;
          pc = 4;
          continue next;
        }
        case 9: { // line 16
          if (Narrowed.class.desiredAssertionStatus()) {
            pc = 10;
          } else {
            pc = 12;
          }
          continue next;
        }
        case 10: { // line 16
          return step(3, f.sum);
        }
        case 3: { // line 16, after step:Noise.loud#2
          if (this.<Boolean>take()) {
            pc = 12;
          } else {
            pc = 11;
          }
          continue next;
        }
        case 11: { // line 16
          throw new AssertionError("quiet " + f.sum);
        }
        case 12: { // line 17
          return end(f.log);
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
        return Noise.next(in.<Integer>argument(0));
      case 2:
        return Noise.loud(in.<Short>argument(0));
      case 3:
        return Noise.loud(in.<Short>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.data;
      case 1:
        return this.f.log;
      case 2:
        return this.f.sum;
      case 3:
        return this.f.i;
      case 4:
        return this.f.kept_0_1;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.data = (byte[]) value;
        break;
      case 1:
        this.f.log = (String) value;
        break;
      case 2:
        this.f.sum = value == null ? 0 : (Short) value;
        break;
      case 3:
        this.f.i = value == null ? 0 : (Integer) value;
        break;
      case 4:
        this.f.kept_0_1 = value == null ? 0 : (Byte) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    byte[] data;

    String log;

    short sum;

    int i;

    byte kept_0_1;

    String value_Noise_loud;
  }
}
