package dev.everstep.engine.sample;

import dev.everstep.engine.sample.Agent.Message;
import dev.everstep.engine.sample.Agent.Model;
import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the compiler makes of {@link Agent}, more or less. */
public final class Agent_run extends Machine {
  static final MachineType TYPE =
      MachineType.named("Agent", "run", Agent.class, "Agent.java")
          .parameter("turns", int.class)
          .parameter("handsOn", boolean.class)
          .returns(Types.of(List.class, Message.class))
          .local("messages", Types.of(List.class, Message.class))
          .local("i", int.class)
          .step(
              1,
              "step:Model.complete",
              13,
              MachineType.call("Model.complete", Model.class, "complete", List.class)
                  .argument("messages", Types.of(List.class, Message.class))
                  .returns(Message.class),
              0,
              1,
              2,
              3)
          .step(
              2,
              "step:Model.next",
              13,
              MachineType.call("Model.next", Model.class, "next", int.class)
                  .argument("turn", int.class)
                  .returns(Message.class),
              0,
              1,
              2,
              3)
          .build(Agent_run::new);

  private int turns;
  private boolean handsOn;
  private List<Message> messages = List.of();
  private int i;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {}

  @Override
  protected Op run() {
    if (pc == 0) {
      messages = new ArrayList<>();
      i = 0;
    } else {
      messages.add(take());
      i++;
    }
    if (i == turns) {
      return end(messages);
    }
    return handsOn ? step(1, messages) : step(2, i);
  }

  @Override
  public @Nullable Object local(int index) {
    return switch (index) {
      case 0 -> turns;
      case 1 -> handsOn;
      case 2 -> messages;
      default -> i;
    };
  }

  @Override
  @SuppressWarnings("unchecked")
  public void local(int index, @Nullable Object value) {
    switch (index) {
      case 0 -> turns = (Integer) value;
      case 1 -> handsOn = (Boolean) value;
      case 2 -> messages = (List<Message>) value;
      default -> i = (Integer) value;
    }
  }

  @Override
  public @Nullable Object call(int point, Invocation in) throws Throwable {
    Model model = in.instance(Model.class);
    return point == 1 ? model.complete(in.argument(0)) : model.next(in.argument(0));
  }
}
