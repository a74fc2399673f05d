package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Helpers#first}, compiled from Helpers.java.
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
public final class Helpers$first<T> extends Machine {
  public static final MachineType TYPE = MachineType.named("Helpers", "first(List,int)", Helpers.class, "Helpers.java")
      .parameter("all", Types.of(List.class, Types.parameter(0)))
      .parameter("count", int.class)
      .returns(Types.of(List.class, Types.parameter(0)))
      .step(1, "step:Pages.count", 30,
          MachineType.call("Pages.count", Pages.class, "count", int.class)
              .argument("pages", int.class), 0, 1)
      .build(Helpers$first::new);

  private final Locals<T> f = new Locals<>();

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {

  }

  @Override
  protected Op run() throws Throwable {
    switch (pc) {
      case 0: { // line 30
        return step(1, f.all.size());
      }
      case 1: { // line 30, after step:Pages.count
        take();
        return end(f.all.size() <= f.count ? f.all : new ArrayList<>(f.all.subList(0, f.count)));
      }
      default:
        throw new IllegalStateException("no block " + pc);
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        Pages.count(in.<Integer>argument(0));
        return null;
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.all;
      case 1:
        return this.f.count;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.all = (List<T>) value;
        break;
      case 1:
        this.f.count = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals<T> {
    List<T> all;

    int count;
  }
}
