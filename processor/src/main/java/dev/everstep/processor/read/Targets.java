package dev.everstep.processor.read;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Expressions that mean what the type expected of them says (JLS 15.2). A machine expects {@code
 * Object} where the body returned a value or passed it to a step, so such an expression is given
 * the body's type: {@code this.<List<String>>typed(gather(s -> s.length()))}.
 */
final class Targets {
  private Targets() {}

  /** Returns whether an expression has a lambda or method reference whose types are inferred. */
  static boolean isTyped(ExpressionTree tree, Facts facts) {
    ExpressionTree inner = Facts.strip(tree);
    if (inner instanceof LambdaExpressionTree || inner instanceof MemberReferenceTree) {
      return true;
    }
    if (inner instanceof ConditionalExpressionTree choice) {
      return isTyped(choice.getTrueExpression(), facts)
          || isTyped(choice.getFalseExpression(), facts);
    }
    if (inner instanceof MethodInvocationTree call) {
      return call.getTypeArguments().isEmpty()
          && facts.element(call) instanceof ExecutableElement method
          && !method.getTypeParameters().isEmpty()
          && anyTyped(call.getArguments(), facts);
    }
    return inner instanceof NewClassTree creation
        && creation.getIdentifier() instanceof ParameterizedTypeTree generic
        && generic.getTypeArguments().isEmpty()
        && anyTyped(creation.getArguments(), facts);
  }

  private static boolean anyTyped(List<? extends ExpressionTree> trees, Facts facts) {
    return trees.stream().anyMatch(tree -> isTyped(tree, facts));
  }

  /** Returns what comes before code that is given a type; a closing parenthesis comes behind it. */
  static Piece[] before(TypeMirror type) {
    return new Piece[] {
      new Piece.Text("this.<"), new Piece.TypeName(type), new Piece.Text(">typed(")
    };
  }

  /** Returns code with its type. */
  static Code typed(Code code, TypeMirror type) {
    return Code.of(before(type)).then(code).then(")");
  }
}
