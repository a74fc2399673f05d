package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Lease#run}, compiled from Lease.java.
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
public final class Lease$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Lease", "run", Lease.class, "Lease.java")
      .parameter("id", String.class)
      .returns(int.class)
      .local("held", Held.class)
      .step(1, "step:Printers.print", 14,
          MachineType.call("Printers.print", Printers.class, "print", String.class)
              .argument("id", String.class)
              .returns(int.class), 1)
      .build(Lease$run::new);

  private final Locals f = new Locals();

  private Lease self;

  private Throwable thrown;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Lease) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      int at = pc;
      try {
        switch (at) {
          case 0: { // line 13
            f.held = new Held(f.id);
            pc = 2;
            continue next;
          }
          case 2: { // line 14
            return step(1, f.held.id());
          }
          case 1: { // line 14, after step:Printers.print
            int pages = this.<Integer>take();
            if (pages == 0) {
              f.result = (-1);
            pc = 4;
            continue next;
            }
            {
              f.result = (pages);
              pc = 4;
              continue next;
            }
          }
          case 3: { // line 13
            close(f.held, thrown);
            throw thrown;
          }
          case 4: { // line 13
            close(f.held, null);
            return end(f.result);
          }
          default:
            throw new IllegalStateException("no block " + pc);
        }
      } catch (Throwable caught) {
        thrown = caught;
        pc =
            switch (at) {
              case 1, 2 -> 3;
              default -> throw caught;
            };
      }
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return Printers.print(in.<String>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.id;
      case 1:
        return this.f.held;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.id = (String) value;
        break;
      case 1:
        this.f.held = (Held) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  record Held(String id) implements AutoCloseable {
    @Override
    public void close() {
      // It ends by itself.
    }
  }

  private static final class Locals {
    String id;

    Held held;

    int result;
  }
}
