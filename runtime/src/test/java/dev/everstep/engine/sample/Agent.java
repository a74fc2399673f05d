package dev.everstep.engine.sample;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Collects messages, one each turn; its machine is {@link Agent_run}. */
@Workflow
public class Agent {
  public List<Message> run(WorkflowContext ctx, int turns, boolean handsOn) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      messages.add(handsOn ? ctx.step(Model::complete, messages) : ctx.step(Model::next, i));
    }
    return messages;
  }

  /** A message as a model's API knows it. */
  public record Message(String role, String text) {}

  /** A model that says something else each time, 2,000 characters long. */
  @Function
  public static class Model {
    public Message complete(List<Message> messages) {
      return next(messages.size());
    }

    public Message next(int turn) {
      StringBuilder text = new StringBuilder("turn " + turn + " says ");
      Random random = new Random(turn);
      while (text.length() < 2_000) {
        text.append("abcdefghijklmnopqrstuvwxyz .,".charAt(random.nextInt(29)));
      }
      return new Message("assistant", text.toString());
    }
  }
}
