package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Choice#run}, compiled from Choice.java.
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
public final class Choice$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Choice", "run", Choice.class, "Choice.java")
      .parameter("way", Choice.Way.class)
      .parameter("parcel", String.class)
      .returns(String.class)
      .local("days", int.class)
      .step(1, "step:Carriers.days", 17,
          MachineType.call("Carriers.days", Carriers.class, "days", String.class)
              .argument("parcel", String.class)
              .returns(int.class), 1)
      .step(2, "step:Carriers.notice", 20,
          MachineType.call("Carriers.notice", Carriers.class, "notice", String.class)
              .argument("text", String.class), 1)
      .step(3, "step:Carriers.notice#2", 28,
          MachineType.call("Carriers.notice", Carriers.class, "notice", String.class)
              .argument("text", String.class), 1, 2)
      .step(4, "step:Carriers.days#2", 30,
          MachineType.call("Carriers.days", Carriers.class, "days", String.class)
              .argument("parcel", String.class)
              .returns(int.class), 1, 2)
      .build(Choice$run::new);

  private final Locals f = new Locals();

  private Choice self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Choice) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 14
          pc =
              switch (f.way) {
                case AIR -> 5;
                case SEA -> 6;
                case ROAD -> 7;
              };
          continue next;
        }
        case 5: { // line 16
          f.value = 1;
          pc = 8;
          continue next;
        }
        case 6: { // line 17
          return step(1, f.parcel);
        }
        case 1: { // line 17, after step:Carriers.days
          f.value = this.<Integer>take();
          pc = 8;
          continue next;
        }
        case 7: { // line 19
          if (f.parcel.isEmpty()) {
            f.value = 0;
            pc = 8;
            continue next;
          }
          return step(2, f.parcel);
        }
        case 2: { // line 20, after step:Carriers.notice
          take();
          f.value = 3;
          pc = 8;
          continue next;
        }
        case 8: { // line 21
          f.days = f.value;
          pc =
              switch (f.days) {
                case 0 -> 9;
                case 1 -> 10;
                default -> 11;
              };
          continue next;
        }
        case 9: { // line 26
          return end("nothing");
        }
        case 10: { // line 28
          return step(3, "tomorrow");
        }
        case 3: { // line 28, after step:Carriers.notice#2
          take();
          pc = 11;
          continue next;
        }
        case 11: { // line 30
          return step(4, f.parcel);
        }
        case 4: { // line 30, after step:Carriers.days#2
          f.parcel = f.parcel + this.<Integer>take();
          return end(f.parcel + f.days);
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
        return Carriers.days(in.<String>argument(0));
      case 2:
        Carriers.notice(in.<String>argument(0));
        return null;
      case 3:
        Carriers.notice(in.<String>argument(0));
        return null;
      case 4:
        return Carriers.days(in.<String>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.way;
      case 1:
        return this.f.parcel;
      case 2:
        return this.f.days;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.way = (Choice.Way) value;
        break;
      case 1:
        this.f.parcel = (String) value;
        break;
      case 2:
        this.f.days = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    Choice.Way way;

    String parcel;

    int value;

    int days;
  }
}
