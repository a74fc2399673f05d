package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Expression#run}, compiled from Expression.java.
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
public final class Expression$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Expression", "run", Expression.class, "Expression.java")
      .parameter("values", int[].class)
      .returns(String.class)
      .local("at", int.class)
      .local("kept_at", int.class)
      .local("kept_0_1", int.class)
      .local("shown", Integer.class)
      .local("kept_shown", String.class)
      .local("kept_shown_Sums_next", String.class)
      .step(1, "step:Sums.next", 8,
          MachineType.call("Sums.next", Sums.class, "next", int.class)
              .argument("value", int.class)
              .returns(int.class), 0, 1, 2, 3)
      .step(2, "step:Sums.isBig", 9,
          MachineType.call("Sums.isBig", Sums.class, "isBig", int.class)
              .argument("value", int.class)
              .returns(boolean.class), 1)
      .step(3, "step:Sums.next#2", 10,
          MachineType.call("Sums.next", Sums.class, "next", int.class)
              .argument("value", int.class)
              .returns(int.class), 1)
      .step(4, "step:Sums.isBig#2", 11,
          MachineType.call("Sums.isBig", Sums.class, "isBig", int.class)
              .argument("value", int.class)
              .returns(boolean.class), 1, 4)
      .step(5, "step:Sums.next#3", 12,
          MachineType.call("Sums.next", Sums.class, "next", int.class)
              .argument("value", int.class)
              .returns(int.class), 4)
      .step(6, "step:Sums.next#4", 14,
          MachineType.call("Sums.next", Sums.class, "next", int.class)
              .argument("value", int.class)
              .returns(int.class), 5)
      .step(7, "step:Sums.next#5", 14,
          MachineType.call("Sums.next", Sums.class, "next", int.class)
              .argument("value", int.class)
              .returns(int.class), 6)
      .build(Expression$run::new);

  private final Locals f = new Locals();

  private Expression self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Expression) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 7
          f.at = 0;
          f.kept_at = f.at++;
          f.kept_0_1 = f.values[f.kept_at];
          return step(1, f.values[f.at]);
        }
        case 1: { // line 8, after step:Sums.next
          f.values[f.kept_at] = f.kept_0_1 + this.<Integer>take();
          if (f.values[0] > 10) {
            pc = 9;
          } else {
            pc = 8;
          }
          continue next;
        }
        case 8: { // line 9
          return step(2, f.values[1]);
        }
        case 2: { // line 9, after step:Sums.isBig
          if (this.<Boolean>take()) {
            pc = 9;
          } else {
            pc = 10;
          }
          continue next;
        }
        case 9: { // line 9
          f.value_values_0_10_or_Sums_isBig = true;
          pc = 11;
          continue next;
        }
        case 10: { // line 9
          f.value_values_0_10_or_Sums_isBig = false;
          pc = 11;
          continue next;
        }
        case 11: { // line 9
          boolean big = f.value_values_0_10_or_Sums_isBig;
          if (big) {
            pc = 12;
          } else {
            pc = 13;
          }
          continue next;
        }
        case 12: { // line 10
          return step(3, 1);
        }
        case 3: { // line 10, after step:Sums.next#2
          f.value_big = take();
          pc = 14;
          continue next;
        }
        case 13: { // line 10
          f.value_big = null;
          pc = 14;
          continue next;
        }
        case 14: { // line 10
          f.shown = f.value_big;
          if (f.shown != null) {
            pc = 15;
          } else {
            pc = 17;
          }
          continue next;
        }
        case 15: { // line 11
          return step(4, f.shown);
        }
        case 4: { // line 11, after step:Sums.isBig#2
          if (this.<Boolean>take()) {
            pc = 16;
          } else {
            pc = 17;
          }
          continue next;
        }
        case 16: { // line 12
          return step(5, f.at);
        }
        case 5: { // line 12, after step:Sums.next#3
          return end(Expression.label(this.<Integer>take(), f.shown));
        }
        case 17: { // line 14
          f.kept_shown = f.shown + ", ";
          return step(6, 2);
        }
        case 6: { // line 14, after step:Sums.next#4
          f.kept_shown_Sums_next = f.kept_shown + this.<Integer>take();
          return step(7, 3);
        }
        case 7: { // line 14, after step:Sums.next#5
          return end(f.kept_shown_Sums_next + this.<Integer>take());
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
        return Sums.next(in.<Integer>argument(0));
      case 2:
        return Sums.isBig(in.<Integer>argument(0));
      case 3:
        return Sums.next(in.<Integer>argument(0));
      case 4:
        return Sums.isBig(in.<Integer>argument(0));
      case 5:
        return Sums.next(in.<Integer>argument(0));
      case 6:
        return Sums.next(in.<Integer>argument(0));
      case 7:
        return Sums.next(in.<Integer>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.values;
      case 1:
        return this.f.at;
      case 2:
        return this.f.kept_at;
      case 3:
        return this.f.kept_0_1;
      case 4:
        return this.f.shown;
      case 5:
        return this.f.kept_shown;
      case 6:
        return this.f.kept_shown_Sums_next;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.values = (int[]) value;
        break;
      case 1:
        this.f.at = value == null ? 0 : (Integer) value;
        break;
      case 2:
        this.f.kept_at = value == null ? 0 : (Integer) value;
        break;
      case 3:
        this.f.kept_0_1 = value == null ? 0 : (Integer) value;
        break;
      case 4:
        this.f.shown = (Integer) value;
        break;
      case 5:
        this.f.kept_shown = (String) value;
        break;
      case 6:
        this.f.kept_shown_Sums_next = (String) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    int[] values;

    int at;

    int kept_at;

    int kept_0_1;

    boolean value_values_0_10_or_Sums_isBig;

    Integer value_big;

    Integer shown;

    String kept_shown;

    String kept_shown_Sums_next;
  }
}
