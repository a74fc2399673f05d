package dev.everstep.engine.sample;

import dev.everstep.StepContext;
import dev.everstep.engine.sample.Ring.Node;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import org.jspecify.annotations.Nullable;

/** What the compiler makes of {@link Ring}, more or less. */
public final class Ring_run extends Machine {
  static final MachineType TYPE =
      MachineType.named("Ring", "run", Ring.class, "Ring.java")
          .parameter("item", String.class)
          .returns(String.class)
          .local("first", Node.class)
          .step(1, "step:Work.handle", 18, handle(), 1)
          .step(2, "step:Work.handle#2", 21, handle(), 1)
          .build(Ring_run::new);

  private @Nullable String item;
  private @Nullable Node first;

  private static MachineType.Call handle() {
    return MachineType.call("Work.handle", Work.class, "handle", StepContext.class, String.class)
        .argument("item", String.class)
        .returns(String.class);
  }

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
        first = new Node();
        return step(1, item);
      case 1:
        first.name = take();
        first.next = new Node();
        first.next.next = first;
        return step(2, first.name);
      default:
        take();
        return end(first.next.next.name);
    }
  }

  @Override
  public @Nullable Object local(int index) {
    return index == 0 ? item : first;
  }

  @Override
  public void local(int index, @Nullable Object value) {
    if (index == 0) {
      item = (String) value;
    } else {
      first = (Node) value;
    }
  }

  @Override
  public @Nullable Object call(int point, Invocation in) throws Throwable {
    return in.instance(Work.class).handle(in.context(), in.argument(0));
  }
}
