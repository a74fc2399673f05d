package dev.everstep.engine.sample;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the compiler makes of {@link Descent#run}, more or less. */
public final class Descent_run extends Machine {
  static final MachineType TYPE =
      MachineType.named("Descent", "run", Descent.class, "Descent.java")
          .parameter("depth", int.class)
          .returns(Types.of(List.class, String.class))
          .local("seen", Types.of(List.class, String.class))
          .call(1, "call:descend", 16, MachineType.callee(() -> Descent_descend.TYPE), 1)
          .sleep(2, "sleep", 20, 1)
          .build(Descent_run::new);

  private int depth;
  private List<String> seen = new ArrayList<>();

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
        return invoke(1, depth, seen);
      case 1:
        try {
          seen.add("depth " + this.<Integer>take());
        } catch (Throwable e) {
          if (!(e instanceof IOException || e instanceof StackOverflowError)) {
            throw e;
          }
          seen.add("caught " + e.getMessage());
        }
        return sleep(2, Duration.ZERO);
      default:
        take();
        return end(seen);
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
  public @Nullable Object call(int point, Invocation in) {
    throw new IllegalArgumentException("no step " + point);
  }
}
