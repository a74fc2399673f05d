package dev.everstep.processor.read;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Piece;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Objects of inner classes, whose outer object is the workflow. */
final class InnerClassEdits {
  private final Splice splice;
  private final MethodReading reading;
  private final Facts facts;

  InnerClassEdits(Splice splice) {
    this.splice = splice;
    this.reading = splice.reading();
    this.facts = splice.facts();
  }

  /** Edits a creation of an object. */
  void creation(NewClassTree tree) {
    if (tree.getEnclosingExpression() != null) {
      splice.keep(plainName(tree));
    } else if (facts.element(tree.getIdentifier()) instanceof TypeElement type
        && wantsOuter(type)) {
      spliceOuter(tree, type);
    }
  }

  /** Refuses {@code Inner::new}, which has no place for the outer object. */
  void reference(MemberReferenceTree tree) {
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW
        && facts.element(tree.getQualifierExpression()) instanceof TypeElement type
        && wantsOuter(type)) {
      reading.report(Problem.ES050, tree, type.getSimpleName());
    }
  }

  /** Returns whether a class needs an outer object that the code around does not have. */
  private boolean wantsOuter(TypeElement type) {
    return isInnerClass(type) && !splice.isInSubclass((TypeElement) type.getEnclosingElement());
  }

  private static boolean isInnerClass(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private static Tree plainName(NewClassTree tree) {
    return tree.getIdentifier() instanceof ParameterizedTypeTree generic
        ? generic.getType()
        : tree.getIdentifier();
  }

  /** Names the workflow object as the outer one of an inner class's object. */
  private void spliceOuter(NewClassTree tree, TypeElement type) {
    if (!reading.isSubclass(reading.workflow(), (TypeElement) type.getEnclosingElement())) {
      reading.report(Problem.ES050, tree, type.getSimpleName());
      return;
    }
    splice.edits().insert(facts.start(tree), new Piece.Self(), new Piece.Text("."));
    Tree name = plainName(tree);
    splice.keep(name);
    if (name instanceof MemberSelectTree) {
      splice.replace(name, new Piece.Text(type.getSimpleName().toString()));
    }
  }
}
