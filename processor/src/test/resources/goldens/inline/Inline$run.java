package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Inline#run}, compiled from Inline.java.
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
public final class Inline$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Inline", "run", Inline.class, "Inline.java")
      .parameter("name", String.class)
      .returns(String.class)
      .local("greeting", String.class)
      .step(1, "step:greet", 8,
          MachineType.inline("greet")
              .argument("name", String.class)
              .returns(String.class))
      .sleep(2, "sleep", 9, 1)
      .step(3, "step:print", 10,
          MachineType.inline("print")
              .argument("greeting", String.class), 1)
      .sleep(4, "sleep#2", 16, 1)
      .build(Inline$run::new);

  private final Locals f = new Locals();

  private Inline self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Inline) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    switch (pc) {
      case 0: { // line 8
        return step(1, f.name);
      }
      case 1: { // line 8, after step:greet
        f.greeting = take();
        return sleep(2, Duration.ofHours(1));
      }
      case 2: { // line 9, after sleep
        take();
        return step(3, f.greeting);
      }
      case 3: { // line 10, after step:print
        take();
        return sleep(4, Duration.ofHours(2));
      }
      case 4: { // line 16, after sleep#2
        take();
        return end(f.greeting);
      }
      default:
        throw new IllegalStateException("no block " + pc);
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return step1(in.<String>argument(0));
      case 3:
        step3(in.<String>argument(0));
        return null;
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  private String step1(String name) throws Throwable {
    // step:greet, line 8
    return "Hello " + name;
  }

  private void step3(String greeting) throws Throwable {
    // step:print, line 10
    String line = greeting + "!";
    System.out.println(line);
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.name;
      case 1:
        return this.f.greeting;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.name = (String) value;
        break;
      case 1:
        this.f.greeting = (String) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    String name;

    String greeting;
  }
}
