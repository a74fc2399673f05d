package dev.everstep.engine.sample;

import dev.everstep.StepContext;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the compiler makes of {@link Descent}'s helper, more or less. */
public final class Descent_descend extends Machine {
  static final MachineType TYPE =
      MachineType.named("Descent", "descend(int,List)", Descent.class, "Descent.java")
          .parameter("depth", int.class)
          .parameter("seen", Types.of(List.class, String.class))
          .returns(int.class)
          .step(
              1,
              "step:Work.handle",
              25,
              MachineType.call("Work.handle", Work.class, "handle", StepContext.class, String.class)
                  .argument("item", String.class)
                  .returns(String.class),
              0,
              1)
          .call(2, "call:descend", 29, MachineType.callee(() -> Descent_descend.TYPE), 0, 1)
          .build(Descent_descend::new);

  private int depth;
  private List<String> seen = List.of();

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {}

  @Override
  protected Op run() {
    switch (pc) {
      case 0:
        return step(1, "d" + depth);
      case 1:
        seen.add(take());
        return depth == 0 ? end(0) : invoke(2, depth - 1, seen);
      default:
        int below = this.<Integer>take();
        seen.add("up " + depth);
        return end(below + 1);
    }
  }

  @Override
  public @Nullable Object local(int index) {
    return index == 0 ? depth : seen;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void local(int index, @Nullable Object value) {
    if (index == 0) {
      depth = (Integer) value;
    } else {
      seen = (List<String>) value;
    }
  }

  @Override
  public @Nullable Object call(int point, Invocation in) throws Throwable {
    return in.instance(Work.class).handle(in.context(), in.argument(0));
  }
}
