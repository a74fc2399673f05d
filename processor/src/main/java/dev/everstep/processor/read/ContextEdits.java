package dev.everstep.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Piece;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The workflow's context, which is called and nothing else. */
final class ContextEdits {
  private static final Set<String> PLAIN_CALLS =
      Set.of("now", "random", "uuid", "runId", "log", "step", "sleep", "sleepUntil");

  private final Splice splice;
  private final MethodReading reading;
  private final Facts facts;
  private final Set<Tree> refused = Collections.newSetFromMap(new IdentityHashMap<>());

  ContextEdits(Splice splice) {
    this.splice = splice;
    this.reading = splice.reading();
    this.facts = splice.facts();
  }

  /** Refuses the context as a value, once. */
  void name(IdentifierTree tree) {
    if (!refused.contains(tree)) {
      reading.report(Problem.ES042, tree, tree.getName().toString());
    }
  }

  /** Edits a call of the context's methods; returns whether it is one. */
  boolean call(MethodInvocationTree tree) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && facts.isContextCall(tree)
        && reading.isContext(select.getExpression())) {
      String name = select.getIdentifier().toString();
      if (splice.isInline()) {
        reading.report(Problem.ES045, tree, name);
      } else if (!PLAIN_CALLS.contains(name) || splice.isInClass()) {
        reading.report(Problem.ES042, select.getExpression(), select.getExpression());
      } else {
        splice.replace(select.getExpression(), new Piece.Context());
      }
      return true;
    }
    if (facts.element(tree) instanceof ExecutableElement method
        && DurableMethod.contexts(method) > 0) {
      refuseContexts(tree, method);
    }
    return false;
  }

  /** Refuses to hand the context to a method that is not compiled. */
  private void refuseContexts(MethodInvocationTree tree, ExecutableElement method) {
    for (int i = 0; i < method.getParameters().size() && i < tree.getArguments().size(); i++) {
      ExpressionTree argument = tree.getArguments().get(i);
      if (DurableMethod.isContext(method.getParameters().get(i)) && reading.isContext(argument)) {
        refused.add(Facts.strip(argument));
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        boolean inherited = reading.isSubclass(reading.workflow(), owner);
        reading.report(
            Problem.ES022,
            argument,
            owner.getSimpleName() + "." + method.getSimpleName(),
            isStatic
                ? "its class is not annotated. Annotate " + owner.getSimpleName() + " with @Durable"
                : inherited
                    ? "it is inherited. Declare it in "
                        + reading.workflow().getSimpleName()
                        + ", or make it static in a class with @Durable"
                    : "it is a method of another object. Make it static, and annotate its class"
                        + " with @Durable");
      }
    }
  }
}
