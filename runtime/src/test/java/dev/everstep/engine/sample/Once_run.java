package dev.everstep.engine.sample;

import dev.everstep.StepContext;
import dev.everstep.StepInterruptedException;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import org.jspecify.annotations.Nullable;

/** What the compiler makes of {@link Once}, more or less. */
public final class Once_run extends Machine {
  static final MachineType TYPE =
      MachineType.named("Once", "run", Once.class, "Once.java")
          .parameter("item", String.class)
          .returns(String.class)
          .step(
              1,
              "step:Work.once",
              14,
              MachineType.call("Work.once", Work.class, "once", StepContext.class, String.class)
                  .argument("item", String.class)
                  .returns(String.class),
              0)
          .step(
              2,
              "step:Work.slow",
              16,
              MachineType.call("Work.slow", Work.class, "slow", StepContext.class, String.class)
                  .argument("item", String.class)
                  .returns(String.class))
          .build(Once_run::new);

  private @Nullable String item;

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
        return step(1, item);
      case 1:
        try {
          return end(take());
        } catch (StepInterruptedException e) {
          return step(2, "instead of " + item);
        }
      default:
        return end(take());
    }
  }

  @Override
  public @Nullable Object local(int index) {
    return item;
  }

  @Override
  public void local(int index, @Nullable Object value) {
    item = (String) value;
  }

  @Override
  public @Nullable Object call(int point, Invocation in) throws Throwable {
    Work work = in.instance(Work.class);
    return point == 1
        ? work.once(in.context(), in.argument(0))
        : work.slow(in.context(), in.argument(0));
  }
}
