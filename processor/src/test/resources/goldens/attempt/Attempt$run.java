package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Attempt#run}, compiled from Attempt.java.
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
public final class Attempt$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Attempt", "run", Attempt.class, "Attempt.java")
      .parameter("order", String.class)
      .returns(String.class)
      .local("receipt", String.class)
      .local("e", Exception.class)
      .step(1, "step:Payments.charge", 10,
          MachineType.call("Payments.charge", Payments.class, "charge", String.class)
              .argument("order", String.class)
              .returns(String.class), 0)
      .step(2, "step:Payments.ship", 12,
          MachineType.call("Payments.ship", Payments.class, "ship", String.class)
              .argument("receipt", String.class), 0, 1)
      .step(3, "step:Payments.refund", 15,
          MachineType.call("Payments.refund", Payments.class, "refund", String.class)
              .argument("order", String.class), 2)
      .build(Attempt$run::new);

  private final Locals f = new Locals();

  private Attempt self;

  private Throwable thrown;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Attempt) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      int at = pc;
      try {
        switch (at) {
          case 0: { // line 9
            pc = 4;
            continue next;
          }
          case 4: { // line 10
            return step(1, f.order);
          }
          case 1: { // line 10, after step:Payments.charge
            f.receipt = take();
            return step(2, f.receipt);
          }
          case 2: { // line 12, after step:Payments.ship
            take();
            return end(f.receipt);
          }
          case 5: { // line 14
            if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
              pc = 7;
            } else {
              pc = 6;
            }
            continue next;
          }
          case 6: { // line 14
            throw thrown;
          }
          case 7: { // line 14
            f.e = (Exception) thrown;
            return step(3, f.order);
          }
          case 3: { // line 15, after step:Payments.refund
            take();
            return end("refunded: " + f.e.getMessage());
          }
          default:
            throw new IllegalStateException("no block " + pc);
        }
      } catch (Throwable caught) {
        thrown = caught;
        pc =
            switch (at) {
              case 1, 2, 4 -> 5;
              default -> throw caught;
            };
      }
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return Payments.charge(in.<String>argument(0));
      case 2:
        Payments.ship(in.<String>argument(0));
        return null;
      case 3:
        Payments.refund(in.<String>argument(0));
        return null;
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
        return this.f.receipt;
      case 2:
        return this.f.e;
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
        this.f.receipt = (String) value;
        break;
      case 2:
        this.f.e = (Exception) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    String order;

    String receipt;

    Exception e;
  }
}
