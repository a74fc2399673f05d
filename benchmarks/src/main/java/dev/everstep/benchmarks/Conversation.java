package dev.everstep.benchmarks;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An agent's loop: one message more at each turn. */
@Workflow
public class Conversation {
  /**
   * Returns how many messages there were.
   *
   * @param handsOn whether each step gets all messages so far
   */
  public int run(WorkflowContext ctx, int turns, boolean handsOn) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      Message next = handsOn ? ctx.step(Model::complete, messages) : ctx.step(Model::next, i);
      messages.add(next);
    }
    return messages.size();
  }

  /** A message as a model's API knows it. */
  public record Message(String role, String text) {}

  /** Says something else each time. */
  @Function
  public static class Model {
    /** The length of a message's text. */
    static final int LENGTH = 2_000;

    /** Returns the answer to all messages. */
    public Message complete(List<Message> messages) {
      return next(messages.size());
    }

    /** Returns the message of a turn. */
    public Message next(int turn) {
      StringBuilder text = new StringBuilder(LENGTH);
      Random random = new Random(turn);
      while (text.length() < LENGTH) {
        text.append("abcdefghijklmnopqrstuvwxyz .,".charAt(random.nextInt(29)));
      }
      return new Message("assistant", text.toString());
    }
  }
}
