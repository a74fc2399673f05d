package dev.everstep.engine.sample;

import dev.everstep.StepOutputTooLargeException;
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

/** What the compiler makes of {@link Pipeline}, more or less. */
public final class Pipeline_run extends Machine {
  static final MachineType TYPE =
      MachineType.named("Pipeline", "run", Pipeline.class, "Pipeline.java")
          .parameter("items", Types.of(List.class, String.class))
          .parameter("pause", Duration.class)
          .returns(Types.of(List.class, String.class))
          .local("done", Types.of(List.class, String.class))
          .local("i", int.class)
          .step(
              1,
              "step:Work.handle",
              21,
              MachineType.call(
                      "Work.handle",
                      Work.class,
                      "handle",
                      dev.everstep.StepContext.class,
                      String.class)
                  .argument("item", String.class)
                  .returns(String.class),
              0,
              1,
              2,
              3)
          .sleep(2, "sleep", 26, 2)
          .build(Pipeline_run::new);

  private List<String> items = List.of();
  private Duration pause = Duration.ZERO;
  private List<String> done = List.of();
  private int i;

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
        done = new ArrayList<>();
        i = 0;
        break;
      case 1:
        try {
          done.add(this.<String>take());
        } catch (Throwable thrown) {
          if (!(thrown instanceof IOException || thrown instanceof StepOutputTooLargeException)) {
            throw thrown;
          }
          done.add("caught " + thrown.getMessage());
        }
        i++;
        break;
      default:
        take();
        done.add("end " + context().random().nextInt(1000));
        return end(done);
    }
    return i < items.size() ? step(1, items.get(i)) : sleep(2, pause);
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object local(int index) {
    return switch (index) {
      case 0 -> items;
      case 1 -> pause;
      case 2 -> done;
      default -> i;
    };
  }

  @Override
  @SuppressWarnings("unchecked")
  public void local(int index, @Nullable Object value) {
    switch (index) {
      case 0 -> items = (List<String>) value;
      case 1 -> pause = (Duration) value;
      case 2 -> done = (List<String>) value;
      default -> i = (Integer) value;
    }
  }

  @Override
  public @Nullable Object call(int point, Invocation in) throws Throwable {
    return in.instance(Work.class).handle(in.context(), in.argument(0));
  }
}
