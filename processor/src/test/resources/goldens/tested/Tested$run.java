package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Tested#run}, compiled from Tested.java.
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
public final class Tested$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Tested", "run", Tested.class, "Tested.java")
      .parameter("question", String.class)
      .returns(String.class)
      .local("found", Tested.Found.class)
      .step(1, "step:Books.search", 17,
          MachineType.call("Books.search", Books.class, "search", String.class)
              .argument("question", String.class)
              .returns(String.class))
      .step(2, "step:Books.rank", 20,
          MachineType.call("Books.rank", Books.class, "rank", String.class)
              .argument("text", String.class)
              .returns(int.class), 1)
      .build(Tested$run::new);

  private final Locals f = new Locals();

  private Tested self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Tested) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 17
          return step(1, f.question);
        }
        case 1: { // line 17, after step:Books.search
          if (((Tested.look(this.<String>take()) instanceof Tested.Found found && (f.found = found) != null))) {
            pc = 4;
          } else {
            pc = 3;
          }
          continue next;
        }
        case 3: { // line 18
          return end("nothing");
        }
        case 4: { // line 20
          return step(2, f.found.text());
        }
        case 2: { // line 20, after step:Books.rank
          int rank = this.<Integer>take();
          return end(f.found.text() + rank);
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
        return Books.search(in.<String>argument(0));
      case 2:
        return Books.rank(in.<String>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.question;
      case 1:
        return this.f.found;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.question = (String) value;
        break;
      case 1:
        this.f.found = (Tested.Found) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    String question;

    Tested.Found found;
  }
}
