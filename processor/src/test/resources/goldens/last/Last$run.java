package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Last#run}, compiled from Last.java.
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
public final class Last$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Last", "run", Last.class, "Last.java")
      .parameter("seats", Types.of(List.class, String.class))
      .returns(int.class)
      .local("held", int.class)
      .local("seat_at", int.class)
      .local("seat", String.class)
      .local("result", int.class)
      .local("failure", Throwable.class)
      .local("exit", int.class)
      .step(1, "step:Seats.isFree", 12,
          MachineType.call("Seats.isFree", Seats.class, "isFree", String.class)
              .argument("seat", String.class)
              .returns(boolean.class), 0, 1, 2, 3)
      .step(2, "step:Seats.hold", 13,
          MachineType.call("Seats.hold", Seats.class, "hold", String.class)
              .argument("seat", String.class)
              .returns(int.class), 0, 1, 2, 3)
      .step(3, "step:Seats.unlock", 19,
          MachineType.call("Seats.unlock", Seats.class, "unlock", String.class)
              .argument("seat", String.class), 0, 1, 2, 3, 4, 5, 6)
      .build(Last$run::new);

  private final Locals f = new Locals();

  private Last self;

  private Throwable thrown;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Last) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      int at = pc;
      try {
        switch (at) {
          case 0: { // line 9
            f.held = 0;
            f.seat_at = 0;
            pc = 4;
            continue next;
          }
          case 4: { // line 10
            if (f.seat_at < f.seats.size()) {
              pc = 5;
            } else {
              pc = 20;
            }
            continue next;
          }
          case 5: { // line 10
            f.seat = f.seats.get(f.seat_at);
            pc = 6;
            continue next;
          }
          case 6: { // line 12
            return step(1, f.seat);
          }
          case 1: { // line 12, after step:Seats.isFree
            if (this.<Boolean>take()) {
              pc = 7;
            } else {
              pc = 8;
            }
            continue next;
          }
          case 7: { // line 13
            return step(2, f.seat);
          }
          case 2: { // line 13, after step:Seats.hold
            f.held = f.held + this.<Integer>take();
            pc = 11;
            continue next;
          }
          case 8: { // line 16
            if (f.held > 1) {
              f.result = (f.held);
              pc = 12;
              continue next;
            }
            pc = 9;
            continue next;
          }
          case 9: { // line 16
            f.failure = null;
            f.exit = 0;
            pc = 13;
            continue next;
          }
          case 10: { // line 17
            f.failure = thrown;
            pc = 13;
            continue next;
          }
          case 11: { // line 17
            f.failure = null;
            f.exit = 3;
            pc = 13;
            continue next;
          }
          case 12: { // line 17
            f.failure = null;
            f.exit = 1;
            pc = 13;
            continue next;
          }
          case 13: { // line 19
            return step(3, f.seat);
          }
          case 3: { // line 19, after step:Seats.unlock
            take();
            if (f.failure != null) {
              pc = 17;
            } else {
              pc = 14;
            }
            continue next;
          }
          case 14: { // line 19
            if (f.exit == 3) {
              pc = 19;
            } else {
              pc = 15;
            }
            continue next;
          }
          case 15: { // line 19
            if (f.exit == 1) {
              pc = 16;
            } else {
              pc = 18;
            }
            continue next;
          }
          case 16: { // line 19
            return end(f.result);
          }
          case 17: { // line 19
            throw f.failure;
          }
          case 18: { // line 21
            context().log().info("{} is taken", f.seat);
            pc = 19;
            continue next;
          }
          case 19: { // line 10
            f.seat_at++;
            pc = 4;
            continue next;
          }
          case 20: { // line 23
            return end(f.held);
          }
          default:
            throw new IllegalStateException("no block " + pc);
        }
      } catch (Throwable caught) {
        thrown = caught;
        pc =
            switch (at) {
              case 1, 2, 6, 7, 8 -> 10;
              default -> throw caught;
            };
      }
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return Seats.isFree(in.<String>argument(0));
      case 2:
        return Seats.hold(in.<String>argument(0));
      case 3:
        Seats.unlock(in.<String>argument(0));
        return null;
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.seats;
      case 1:
        return this.f.held;
      case 2:
        return this.f.seat_at;
      case 3:
        return this.f.seat;
      case 4:
        return this.f.result;
      case 5:
        return this.f.failure;
      case 6:
        return this.f.exit;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.seats = (List<String>) value;
        break;
      case 1:
        this.f.held = value == null ? 0 : (Integer) value;
        break;
      case 2:
        this.f.seat_at = value == null ? 0 : (Integer) value;
        break;
      case 3:
        this.f.seat = (String) value;
        break;
      case 4:
        this.f.result = value == null ? 0 : (Integer) value;
        break;
      case 5:
        this.f.failure = (Throwable) value;
        break;
      case 6:
        this.f.exit = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    List<String> seats;

    int held;

    int seat_at;

    String seat;

    int result;

    Throwable failure;

    int exit;
  }
}
