package dev.everstep.processor.read;

import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** The variables of a method that are no plain code's own, and the jump targets around a place. */
final class Scope {
  private final Map<Element, Variable> variables = new HashMap<>();
  private final Deque<Target> targets = new ArrayDeque<>();

  private record Target(
      @Nullable String name,
      @Nullable Label leave,
      @Nullable Label again,
      boolean breaks,
      @Nullable Result result) {}

  /** Where the values of a switch expression go. */
  record Result(Variable value, Label leave) {}

  void declare(Element element, Variable variable) {
    variables.put(element, variable);
  }

  @Nullable Variable variable(@Nullable Element element) {
    return element == null ? null : variables.get(element);
  }

  /** Enters a loop. */
  void enterLoop(@Nullable String name, Label leave, Label again) {
    targets.push(new Target(name, leave, again, true, null));
  }

  /** Enters a labelled statement that is no loop. */
  void enterLabeled(String name, Label leave) {
    targets.push(new Target(name, leave, null, false, null));
  }

  /** Enters a switch statement. */
  void enterSwitch(Label leave) {
    targets.push(new Target(null, leave, null, true, null));
  }

  /** Enters a switch expression. */
  void enterSwitchExpression(Result result) {
    targets.push(new Target(null, null, null, false, result));
  }

  void exit() {
    targets.pop();
  }

  /** Returns where a {@code break} goes; javac has checked that there is such a place. */
  Label breakTarget(@Nullable String name) {
    for (Target target : targets) {
      boolean fits = name == null ? target.breaks() : name.equals(target.name());
      if (fits && target.leave() != null) {
        return target.leave();
      }
    }
    throw new IllegalStateException("break without target: " + name);
  }

  /**
   * Returns a number for each place that a jump from here can go to, from 2: by how far out it is,
   * so that no other jump has a part in it.
   */
  Map<Label, Integer> numbers() {
    Map<Label, Integer> numbers = new HashMap<>();
    int number = 2;
    for (Target target : targets) {
      Label leave = target.result() == null ? target.leave() : target.result().leave();
      if (leave != null) {
        numbers.put(leave, number);
      }
      if (target.again() != null) {
        numbers.put(target.again(), number + 1);
      }
      number += 2;
    }
    return numbers;
  }

  /** Returns where a {@code yield} goes. */
  Result yieldTarget() {
    return targets.stream()
        .map(Target::result)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("yield without target"));
  }

  /** Returns where a {@code continue} goes. */
  Label continueTarget(@Nullable String name) {
    for (Target target : targets) {
      if (target.again() != null && (name == null || name.equals(target.name()))) {
        return target.again();
      }
    }
    throw new IllegalStateException("continue without target: " + name);
  }
}
