package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Helpers#run}, compiled from Helpers.java.
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
public final class Helpers$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Helpers", "run", Helpers.class, "Helpers.java")
      .parameter("url", String.class)
      .parameter("depth", int.class)
      .returns(Types.of(List.class, String.class))
      .local("seen", Types.of(List.class, String.class))
      .call(1, "call:visit", 12,
          MachineType.callee(() -> Helpers$visit.TYPE), 2)
      .call(2, "call:first", 16,
          MachineType.callee(() -> Helpers$first.TYPE, String.class))
      .build(Helpers$run::new);

  private final Locals f = new Locals();

  private Helpers self;

  private Throwable thrown;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Helpers) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      int at = pc;
      try {
        switch (at) {
          case 0: { // line 10
            f.seen = new ArrayList<>();
            pc = 3;
            continue next;
          }
          case 3: { // line 12
            return invoke(1, f.url, f.depth, f.seen);
          }
          case 1: { // line 12, after call:visit
            take();
            pc = 7;
            continue next;
          }
          case 4: { // line 13
            if (thrown instanceof IOException) {
              pc = 6;
            } else {
              pc = 5;
            }
            continue next;
          }
          case 5: { // line 13
            throw thrown;
          }
          case 6: { // line 13
            IOException e = (IOException) thrown;
            f.seen.add("failed: " + e.getMessage());
            pc = 7;
            continue next;
          }
          case 7: { // line 16
            return invoke(2, f.seen, 10);
          }
          case 2: { // line 16, after call:first
            return end(take());
          }
          default:
            throw new IllegalStateException("no block " + pc);
        }
      } catch (Throwable caught) {
        thrown = caught;
        pc =
            switch (at) {
              case 1, 3 -> 4;
              default -> throw caught;
            };
      }
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    throw new IllegalArgumentException("no step " + point);
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.url;
      case 1:
        return this.f.depth;
      case 2:
        return this.f.seen;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.url = (String) value;
        break;
      case 1:
        this.f.depth = value == null ? 0 : (Integer) value;
        break;
      case 2:
        this.f.seen = (List<String>) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    String url;

    int depth;

    List<String> seen;
  }
}
