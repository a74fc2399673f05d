package dev.everstep.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which operands are unboxed. Java does so as soon as an operand is evaluated (JLS 5.1.8, 15.7), so
 * that null fails before what comes behind it.
 */
final class Unboxing {
  private Unboxing() {}

  /** Returns whether an operand of an expression is unboxed there. */
  static boolean unboxes(ExpressionTree of, ExpressionTree operand, MethodReading reading) {
    Facts facts = reading.facts();
    TypeMirror type = facts.type(operand);
    if (type.getKind().isPrimitive() || !reading.unboxed(type).getKind().isPrimitive()) {
      return false;
    }
    if (of instanceof BinaryTree binary) {
      return isNumeric(binary, facts);
    }
    if (of instanceof CompoundAssignmentTree compound
        && operand == Facts.strip(compound.getVariable())) {
      return true;
    }
    if (of instanceof NewArrayTree array) {
      return array.getDimensions().contains(operand)
          || facts.type(of) instanceof ArrayType made
              && made.getComponentType().getKind().isPrimitive();
    }
    if (of instanceof MethodInvocationTree call) {
      return isPrimitive(facts.element(call), call.getArguments().indexOf(operand));
    }
    if (of instanceof NewClassTree creation) {
      return isPrimitive(facts.element(creation), creation.getArguments().indexOf(operand));
    }
    return index(of) == operand;
  }

  private static boolean isNumeric(BinaryTree tree, Facts facts) {
    boolean compares =
        tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
    return compares
        ? facts.type(tree.getRightOperand()).getKind().isPrimitive()
        : facts.type(tree).getKind() != TypeKind.DECLARED;
  }

  private static boolean isPrimitive(@Nullable Object called, int argument) {
    if (argument < 0 || !(called instanceof ExecutableElement method)) {
      return false;
    }
    List<? extends VariableElement> parameters = method.getParameters();
    int last = parameters.size() - 1;
    TypeMirror type = parameters.get(Math.min(argument, last)).asType();
    return type.getKind().isPrimitive()
        || method.isVarArgs()
            && argument >= last
            && type instanceof ArrayType array
            && array.getComponentType().getKind().isPrimitive();
  }

  /** Returns the index of the array element that an expression reads or assigns. */
  private static @Nullable ExpressionTree index(ExpressionTree of) {
    ExpressionTree element = of;
    if (of instanceof AssignmentTree assignment) {
      element = Facts.strip(assignment.getVariable());
    } else if (of instanceof CompoundAssignmentTree compound) {
      element = Facts.strip(compound.getVariable());
    } else if (of instanceof UnaryTree unary) {
      element = Facts.strip(unary.getExpression());
    }
    return element instanceof ArrayAccessTree access ? access.getIndex() : null;
  }
}
