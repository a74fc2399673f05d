package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Captured#run}, compiled from Captured.java.
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
public final class Captured$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Captured", "run", Captured.class, "Captured.java")
      .parameter("names", Types.of(List.class, String.class))
      .parameter("least", int.class)
      .returns(Types.of(List.class, String.class))
      .local("greeted", Types.of(List.class, String.class))
      .step(1, "step:Words.greeting", 8,
          MachineType.call("Words.greeting", Words.class, "greeting", int.class)
              .argument("people", int.class)
              .returns(String.class), 0, 1)
      .step(2, "step:Words.send", 15,
          MachineType.call("Words.send", Words.class, "send", List.class)
              .argument("letters", Types.of(List.class, String.class)), 2)
      .build(Captured$run::new);

  private final Locals f = new Locals();

  private Captured self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Captured) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    switch (pc) {
      case 0: { // line 8
        return step(1, f.names.size());
      }
      case 1: { // line 8, after step:Words.greeting
        String greeting = take();
        int least = f.least;
        f.greeted = f.names.stream()
            .filter(name -> name.length() >= least)
            // One for each that is left.
            .map(name -> greeting + name)
            .toList();
        return step(2, f.greeted);
      }
      case 2: { // line 15, after step:Words.send
        take();
        return end(f.greeted);
      }
      default:
        throw new IllegalStateException("no block " + pc);
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return Words.greeting(in.<Integer>argument(0));
      case 2:
        Words.send(in.<List<String>>argument(0));
        return null;
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.names;
      case 1:
        return this.f.least;
      case 2:
        return this.f.greeted;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.names = (List<String>) value;
        break;
      case 1:
        this.f.least = value == null ? 0 : (Integer) value;
        break;
      case 2:
        this.f.greeted = (List<String>) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    List<String> names;

    int least;

    List<String> greeted;
  }
}
