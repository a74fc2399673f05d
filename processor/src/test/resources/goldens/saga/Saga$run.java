package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Saga#run}, compiled from Saga.java.
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
public final class Saga$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Saga", "run", Saga.class, "Saga.java")
      .parameter("legs", Types.of(List.class, String.class))
      .returns(String.class)
      .local("booked", Types.of(Deque.class, String.class))
      .local("leg_at", int.class)
      .local("e", IOException.class)
      .step(1, "step:Trips.book", 14,
          MachineType.call("Trips.book", Trips.class, "book", String.class)
              .argument("leg", String.class)
              .returns(String.class), 0, 1, 2)
      .step(2, "step:Trips.cancel", 19,
          MachineType.call("Trips.cancel", Trips.class, "cancel", String.class)
              .argument("booking", String.class), 1, 3)
      .build(Saga$run::new);

  private final Locals f = new Locals();

  private Saga self;

  private Throwable thrown;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Saga) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      int at = pc;
      try {
        switch (at) {
          case 0: { // line 11
            f.booked = new ArrayDeque<>();
            pc = 3;
            continue next;
          }
          case 3: { // line 13
            f.leg_at = 0;
            pc = 4;
            continue next;
          }
          case 4: { // line 13
            if (f.leg_at < f.legs.size()) {
              pc = 5;
            } else {
              pc = 6;
            }
            continue next;
          }
          case 5: { // line 13
            String leg = f.legs.get(f.leg_at);
            return step(1, leg);
          }
          case 1: { // line 14, after step:Trips.book
            f.booked.push(this.<String>take());
            f.leg_at++;
            pc = 4;
            continue next;
          }
          case 6: { // line 16
            return end(String.join(", ", f.booked));
          }
          case 7: { // line 17
            if (thrown instanceof IOException) {
              pc = 9;
            } else {
              pc = 8;
            }
            continue next;
          }
          case 8: { // line 17
            throw thrown;
          }
          case 9: { // line 17
            f.e = (IOException) thrown;
            pc = 10;
            continue next;
          }
          case 10: { // line 18
            if (!f.booked.isEmpty()) {
              pc = 11;
            } else {
              pc = 12;
            }
            continue next;
          }
          case 11: { // line 19
            return step(2, f.booked.pop());
          }
          case 2: { // line 19, after step:Trips.cancel
            take();
            pc = 10;
            continue next;
          }
          case 12: { // line 21
            throw f.e;
          }
          default:
            throw new IllegalStateException("no block " + pc);
        }
      } catch (Throwable caught) {
        thrown = caught;
        pc =
            switch (at) {
              case 1, 3, 4, 5, 6 -> 7;
              default -> throw caught;
            };
      }
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return Trips.book(in.<String>argument(0));
      case 2:
        Trips.cancel(in.<String>argument(0));
        return null;
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.legs;
      case 1:
        return this.f.booked;
      case 2:
        return this.f.leg_at;
      case 3:
        return this.f.e;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.legs = (List<String>) value;
        break;
      case 1:
        this.f.booked = (Deque<String>) value;
        break;
      case 2:
        this.f.leg_at = value == null ? 0 : (Integer) value;
        break;
      case 3:
        this.f.e = (IOException) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    List<String> legs;

    Deque<String> booked;

    int leg_at;

    IOException e;
  }
}
