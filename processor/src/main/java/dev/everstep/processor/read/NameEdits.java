package dev.everstep.processor.read;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Names of locals, types and members, and {@code this}, as a machine writes them. */
final class NameEdits {
  private final Splice splice;
  private final MethodReading reading;
  private final Facts facts;
  private final ContextEdits contexts;
  private final Set<Variable> captured = new LinkedHashSet<>();

  NameEdits(Splice splice, ContextEdits contexts) {
    this.splice = splice;
    this.reading = splice.reading();
    this.facts = splice.facts();
    this.contexts = contexts;
  }

  /** Returns the locals that inline code reads, in the order of their first use. */
  List<Variable> captured() {
    return List.copyOf(captured);
  }

  /** Edits a name that stands alone. */
  void identifier(IdentifierTree tree) {
    Element element = facts.element(tree);
    String name = tree.getName().toString();
    if (element == null || splice.isKept(tree) || !splice.edits().isText(facts.start(tree), name)) {
      return;
    }
    if (name.equals("this") || name.equals("super")) {
      spliceThis(tree, name);
    } else if (element.equals(reading.context())) {
      contexts.name(tree);
    } else if (element instanceof TypeElement type) {
      if (!reading.localTypes().isAsWritten(type) && !splice.isIn(type)) {
        splice.replace(tree, new Piece.TypeName(reading.types().erasure(type.asType())));
      }
    } else if (element instanceof VariableElement variable && isLocal(variable)) {
      spliceLocal(tree, variable);
    } else if (element instanceof VariableElement constant
        && Constants.isHidden(constant)
        && !splice.isIn(constant.getEnclosingElement())) {
      splice.replace(tree, new Piece.Text(Constants.literal(constant.getConstantValue())));
    } else if (element.getEnclosingElement() instanceof TypeElement owner) {
      spliceMember(tree, element, owner);
    }
  }

  private void spliceThis(IdentifierTree tree, String name) {
    if (splice.isInClass()) {
      return;
    }
    if (name.equals("super")) {
      reading.report(Problem.ES046, tree);
    } else {
      splice.replace(tree, new Piece.Self());
    }
  }

  static boolean isLocal(VariableElement variable) {
    return !variable.getKind().isField();
  }

  private void spliceLocal(IdentifierTree tree, VariableElement element) {
    Variable variable = reading.scope().variable(element);
    if (element.getConstantValue() != null) {
      splice.replace(tree, new Piece.Text(Constants.literal(element.getConstantValue())));
    } else if (variable == null) {
      Piece.Inner inner = reading.inner(element);
      if (inner == null) {
        reading.report(Problem.ES040, tree, "a pattern of this kind", "Declare a local instead.");
      } else {
        splice.replace(tree, inner);
      }
    } else if (splice.isInline()) {
      captured.add(variable);
      splice.replace(tree, new Piece.Text(variable.name()));
    } else if (splice.isInFunction()) {
      splice.replace(tree, new Piece.Capture(variable));
    } else {
      splice.replace(tree, new Piece.Read(variable));
    }
  }

  private void spliceMember(IdentifierTree tree, Element member, TypeElement owner) {
    if (member instanceof ExecutableElement method && method.getKind() == ElementKind.CONSTRUCTOR) {
      return;
    }
    if (splice.isInSubclass(owner)
        || owner.getNestingKind() == NestingKind.LOCAL
        || owner.getNestingKind() == NestingKind.ANONYMOUS) {
      return;
    }
    int start = facts.start(tree);
    if (member.getModifiers().contains(Modifier.STATIC)) {
      splice
          .edits()
          .insert(
              start,
              new Piece.TypeName(reading.types().erasure(owner.asType())),
              new Piece.Text("."));
    } else {
      splice.edits().insert(start, new Piece.Self(), new Piece.Text("."));
    }
  }

  /** Edits a name behind a dot; returns whether there is nothing in front of it to edit. */
  boolean memberSelect(MemberSelectTree tree) {
    if (splice.isKept(tree)) {
      return true;
    }
    if (facts.element(tree) instanceof VariableElement constant && Constants.isHidden(constant)) {
      splice.replace(tree, new Piece.Text(Constants.literal(constant.getConstantValue())));
      return true;
    }
    String name = tree.getIdentifier().toString();
    boolean outer = name.equals("this") || name.equals("super");
    if (outer && facts.element(tree.getExpression()) instanceof TypeElement type) {
      if (name.equals("super")) {
        if (!splice.isInClass()) {
          reading.report(Problem.ES046, tree);
        }
      } else if (type.equals(reading.workflow())) {
        splice.replace(tree, new Piece.Self());
        return true;
      }
    }
    return false;
  }
}
