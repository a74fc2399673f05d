package dev.everstep.processor.read;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.VariableTree;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Declarations, assignments and pattern bindings. */
final class VariableEdits {
  private final Splice splice;
  private final MethodReading reading;
  private final Facts facts;
  private final Map<VariableTree, Variable> bound = new IdentityHashMap<>();

  VariableEdits(Splice splice) {
    this.splice = splice;
    this.reading = splice.reading();
    this.facts = splice.facts();
  }

  /** Edits the target of an assignment; returns whether it is a variable of the method. */
  boolean write(ExpressionTree tree) {
    Variable target = target(tree);
    if (target != null) {
      splice.replace(Facts.strip(tree), new Piece.Write(target));
    }
    return target != null;
  }

  /** Edits what is read and written at once; returns whether it is a variable of the method. */
  boolean update(ExpressionTree tree) {
    Variable target = target(tree);
    if (target != null) {
      splice.replace(Facts.strip(tree), new Piece.Update(target));
    }
    return target != null;
  }

  private @Nullable Variable target(ExpressionTree tree) {
    return splice.hole(tree) != null ? null : reading.scope().variable(facts.named(tree));
  }

  /** Edits the name of a declaration in the code. */
  void declaration(VariableTree tree) {
    String name = tree.getName().toString();
    Variable binding = bound.get(tree);
    if (binding != null) {
      int end = facts.end(tree);
      splice
          .edits()
          .replace(
              splice.edits().startOf(name, end),
              end,
              new Piece.Bind(binding, Piece.Bind.Part.NAME));
      return;
    }
    Place place = facts.namePlace(tree);
    Piece.Inner inner = reading.declareInner(facts.element(tree), name, place);
    boolean field =
        facts.element(tree) instanceof VariableElement element && !NameEdits.isLocal(element);
    if (!field && !name.isEmpty() && splice.edits().isText(place.position(), name)) {
      splice.edits().replace(place.position(), place.position() + name.length(), inner);
    }
  }

  /** Edits what a pattern binds for the statements behind it. */
  void pattern(InstanceOfTree tree, Runnable visit) {
    boolean whole = tree.getPattern() instanceof BindingPatternTree;
    List<Variable> variables = new ArrayList<>();
    for (VariableTree binding : Patterns.bindings(tree.getPattern())) {
      Variable variable = reading.declare(Variable.Kind.BINDING, binding, reading.element(binding));
      bound.put(binding, variable);
      variables.add(variable);
      splice.edits().insert(facts.start(tree), new Piece.Bind(variable, Piece.Bind.Part.OPEN));
    }
    visit.run();
    for (Variable variable : variables) {
      // What a part of a record is bound to may be null, or no object.
      Piece.Bind.Part close = whole ? Piece.Bind.Part.CLOSE : Piece.Bind.Part.CLOSE_PART;
      splice.edits().insert(facts.end(tree), new Piece.Bind(variable, close));
    }
  }
}
