package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Helpers#visit}, compiled from Helpers.java.
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
public final class Helpers$visit extends Machine {
  public static final MachineType TYPE = MachineType.named("Helpers", "visit(String,int,List)", Helpers.class, "Helpers.java")
      .parameter("url", String.class)
      .parameter("depth", int.class)
      .parameter("seen", Types.of(List.class, String.class))
      .returns(void.class)
      .local("link_in", Types.of(List.class, String.class))
      .local("link_at", int.class)
      .step(1, "step:Pages.links", 22,
          MachineType.call("Pages.links", Pages.class, "links", String.class)
              .argument("url", String.class)
              .returns(Types.of(List.class, String.class)), 1, 2)
      .call(2, "call:visit", 24,
          MachineType.callee(() -> Helpers$visit.TYPE), 1, 2, 3, 4)
      .build(Helpers$visit::new);

  private final Locals f = new Locals();

  private Helpers self;

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
      switch (pc) {
        case 0: { // line 21
          f.seen.add(f.url);
          return step(1, f.url);
        }
        case 1: { // line 22, after step:Pages.links
          f.link_in = take();
          f.link_at = 0;
          pc = 3;
          continue next;
        }
        case 3: { // line 22
          if (f.link_at < f.link_in.size()) {
            pc = 4;
          } else {
            pc = 7;
          }
          continue next;
        }
        case 4: { // line 22
          f.link = f.link_in.get(f.link_at);
          if (f.depth > 0 && !f.seen.contains(f.link)) {
            pc = 5;
          } else {
            pc = 6;
          }
          continue next;
        }
        case 5: { // line 24
          return invoke(2, f.link, f.depth - 1, f.seen);
        }
        case 2: { // line 24, after call:visit
          take();
          pc = 6;
          continue next;
        }
        case 6: { // line 22
          f.link_at++;
          pc = 3;
          continue next;
        }
        case 7: { // line 22
          return end(null);
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
        return Pages.links(in.<String>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
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
      case 3:
        return this.f.link_in;
      case 4:
        return this.f.link_at;
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
      case 3:
        this.f.link_in = (List<String>) value;
        break;
      case 4:
        this.f.link_at = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    String url;

    int depth;

    List<String> seen;

    List<String> link_in;

    int link_at;

    String link;
  }
}
