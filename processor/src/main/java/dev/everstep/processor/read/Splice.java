package dev.everstep.processor.read;

import com.sun.source.tree.Tree;
import dev.everstep.processor.model.Piece;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A tree that is being cut from the text: the edits so far, and what is around the place at hand.
 */
final class Splice {
  private final MethodReading reading;
  private final Facts facts;
  private final Map<Tree, Integer> holes;
  private final boolean inline;
  private final Edits edits;
  private final Set<Tree> asWritten = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<TypeElement> classes = new ArrayDeque<>();
  private int functionDepth;

  /**
   * Creates a splice.
   *
   * @param holes the operands to leave out
   * @param inline whether the code is a step's own
   */
  Splice(MethodReading reading, Map<Tree, Integer> holes, boolean inline) {
    this.reading = reading;
    this.facts = reading.facts();
    this.holes = holes;
    this.inline = inline;
    this.edits = new Edits(reading.source(), facts::lineAt);
  }

  MethodReading reading() {
    return reading;
  }

  Facts facts() {
    return facts;
  }

  Edits edits() {
    return edits;
  }

  /** Returns the number of the operand that a tree is, or null. */
  @Nullable Integer hole(Tree tree) {
    return holes.get(tree);
  }

  boolean isInline() {
    return inline;
  }

  /** Replaces the text of a tree. */
  void replace(Tree tree, Piece... by) {
    edits.replace(facts.start(tree), facts.end(tree), by);
  }

  /** Says that a name means the same in the machine. */
  void keep(Tree name) {
    asWritten.add(name);
  }

  boolean isKept(Tree name) {
    return asWritten.contains(name);
  }

  /** Enters a lambda or the body of a class. */
  void enterFunction() {
    functionDepth++;
  }

  void exitFunction() {
    functionDepth--;
  }

  /** Returns whether the place is in a lambda or the body of a class. */
  boolean isInFunction() {
    return functionDepth > 0;
  }

  void enterClass(TypeElement type) {
    classes.push(type);
  }

  void exitClass() {
    classes.pop();
  }

  boolean isInClass() {
    return !classes.isEmpty();
  }

  /** Returns whether the place is in the body of this very class. */
  boolean isIn(Element type) {
    return classes.contains(type);
  }

  /** Returns whether the place is in the body of a class that is, or extends, a class. */
  boolean isInSubclass(TypeElement of) {
    return classes.stream().anyMatch(one -> one.equals(of) || reading.isSubclass(one, of));
  }
}
