package dev.everstep.processor.origin;

import java.util.ArrayList;
import java.util.List;

/**
 * A value: what is done, and with which others. A value that is needed to make itself, in a loop,
 * is its own operand at some depth.
 */
final class Value {
  private final String label;
  private final Node home;
  private final boolean ordered;
  private final List<Value> operands = new ArrayList<>();
  private long hash;
  private boolean known;

  /**
   * Creates a value without operands.
   *
   * @param label what is done; equal texts do the same
   * @param home where
   * @param ordered whether it matters which operand is which
   */
  private Value(String label, Node home, boolean ordered) {
    this.label = label;
    this.home = home;
    this.ordered = ordered;
  }

  static Value of(String label, Node home) {
    return new Value(label, home, true);
  }

  static Value of(String label, Node home, List<Value> operands) {
    Value value = of(label, home);
    operands.forEach(value::add);
    return value;
  }

  /** Returns a value of operands whose order means nothing. */
  static Value set(String label, Node home, List<Value> operands) {
    Value value = new Value(label, home, false);
    operands.forEach(value::add);
    return value;
  }

  void add(Value operand) {
    operands.add(operand);
  }

  String label() {
    return label;
  }

  Node home() {
    return home;
  }

  boolean ordered() {
    return ordered;
  }

  List<Value> operands() {
    return operands;
  }

  boolean isHashed() {
    return known;
  }

  long hash() {
    return hash;
  }

  void hash(long value) {
    hash = value;
    known = true;
  }
}
