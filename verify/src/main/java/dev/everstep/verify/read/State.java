package dev.everstep.verify.read;

import java.util.ArrayList;
import java.util.List;

/** The operand stack and the locals at one place of a method; longs and doubles take two slots. */
final class State {
  final List<Value> stack;
  final List<Value> locals;

  State() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  private State(List<Value> stack, List<Value> locals) {
    this.stack = stack;
    this.locals = locals;
  }

  State copy() {
    return new State(new ArrayList<>(stack), new ArrayList<>(locals));
  }

  /** Returns a state that holds whichever of the two the code comes from. */
  State or(State other) {
    return new State(join(stack, other.stack), join(locals, other.locals));
  }

  private static List<Value> join(List<Value> some, List<Value> others) {
    int size = Math.min(some.size(), others.size());
    List<Value> joined = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      joined.add(some.get(i).or(others.get(i)));
    }
    return joined;
  }

  void push(Value value) {
    stack.add(value);
  }

  void pushWide(Value value) {
    stack.add(value);
    stack.add(Value.HALF);
  }

  /** Takes the top slot. Code that only a jump back leads to starts with an empty stack. */
  Value pop() {
    return stack.isEmpty() ? Value.UNKNOWN : stack.remove(stack.size() - 1);
  }

  Value popWide() {
    pop();
    return pop();
  }

  /** Puts the slots from the top to {@code size} in once more, {@code below} slots deeper. */
  void dup(int size, int below) {
    List<Value> top = new ArrayList<>();
    for (int i = 0; i < size + below; i++) {
      top.add(0, pop());
    }
    List<Value> copied = top.subList(below, top.size());
    stack.addAll(copied);
    stack.addAll(top);
  }

  Value load(int index) {
    return index < locals.size() ? locals.get(index) : Value.UNKNOWN;
  }

  void store(int index, Value value) {
    while (locals.size() <= index) {
      locals.add(Value.UNKNOWN);
    }
    locals.set(index, value);
  }
}
