package dev.everstep.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.DurableMethod;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of durable methods use: functions that may be called by a step, and nothing that
 * only their own class can reach, since each body moves to a class beside it.
 */
final class UseCheck extends TreePathScanner<Void, Void> {
  private static final String FUNCTION = "dev.everstep.annotations.Function";
  private static final String CONTEXT = "dev.everstep.WorkflowContext";
  private static final int STEP_NAME_MAX = 100;
  private static final String STEP_CALLS = "dev.everstep.StepCalls";

  private final AttributedWorkflow workflow;
  private final Diagnostics diagnostics;
  private final EntryWriteCheck entryWrites;
  private final Set<Element> durable = new HashSet<>();
  private boolean inBody;

  UseCheck(AttributedWorkflow workflow, Diagnostics diagnostics) {
    this.workflow = workflow;
    this.diagnostics = diagnostics;
    this.entryWrites = new EntryWriteCheck(workflow, diagnostics);
    DurableMethod.of(workflow.element()).forEach(method -> durable.add(method.element()));
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    // Members of nested classes stay where they are; classes in a body move with it.
    return tree == workflow.tree() || inBody ? super.visitClass(tree, nothing) : null;
  }

  @Override
  public Void visitMethod(MethodTree tree, Void nothing) {
    if (inBody) {
      return super.visitMethod(tree, nothing);
    }
    if (!isDurable(element(tree))) {
      return null;
    }
    inBody = true;
    scan(tree.getParameters(), nothing);
    scan(tree.getReturnType(), nothing);
    scan(tree.getBody(), nothing);
    inBody = false;
    return null;
  }

  private boolean isDurable(@Nullable Element element) {
    return durable.contains(element);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    if (inBody
        && !tree.getArguments().isEmpty()
        && element(tree) instanceof ExecutableElement method
        && method.getSimpleName().contentEquals("step")
        && method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals(STEP_CALLS)) {
      ExpressionTree first = tree.getArguments().get(0);
      while (first instanceof ParenthesizedTree inner) {
        first = inner.getExpression();
      }
      if (first instanceof MemberReferenceTree reference) {
        function(reference);
      }
    }
    if (inBody
        && !tree.getArguments().isEmpty()
        && tree.getArguments().get(0) instanceof LiteralTree name
        && name.getValue() instanceof String text
        && (text.isEmpty() || text.length() > STEP_NAME_MAX)
        && element(tree) instanceof ExecutableElement method
        && method.getSimpleName().contentEquals("step")
        && method.getEnclosingElement().toString().equals(CONTEXT)) {
      report(Problem.ES015, name, text.length());
    }
    if (inBody) {
      entryWrites.check(getCurrentPath(), tree);
    }
    return super.visitMethodInvocation(tree, nothing);
  }

  private void function(MemberReferenceTree reference) {
    Element named = workflow.trees().getElement(TreePath.getPath(workflow.unit(), reference));
    if (!(named instanceof ExecutableElement function)
        || function.getKind() != ElementKind.METHOD
        || !(function.getEnclosingElement() instanceof TypeElement owner)) {
      return; // The reader says what may stand here.
    }
    String name = owner.getSimpleName() + "." + function.getSimpleName();
    if (!isFunction(function) && !isFunction(owner)) {
      report(Problem.ES010, reference, name);
    }
    if (function.isVarArgs()) {
      report(Problem.ES013, reference, name);
    }
    String hidden = hidden(function, owner);
    if (hidden != null) {
      report(Problem.ES011, reference, name, hidden);
    }
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    TypeMirror type = inBody ? workflow.trees().getTypeMirror(getCurrentPath()) : null;
    if (isWritten(tree)) {
      // Met as a name.
      return super.visitVariable(tree, nothing);
    }
    if (type instanceof DeclaredType declared
        && declared.asElement().getModifiers().contains(Modifier.PRIVATE)
        && !isDeclaredInBody(declared.asElement())) {
      report(
          Problem.ES080,
          tree,
          "'" + declared.asElement().getSimpleName() + "'",
          declared.asElement().getEnclosingElement().getSimpleName());
    }
    return scan(tree.getInitializer(), nothing);
  }

  /** The type that javac adds has no place in 17, and that of var or of the name in 25. */
  private boolean isWritten(VariableTree tree) {
    int start = tree.getType() == null ? -1 : start(tree.getType());
    return start >= 0
        && !workflow.source().startsWith("var ", start)
        && !workflow.source().startsWith(tree.getName().toString(), start);
  }

  private int start(Tree tree) {
    return (int) workflow.trees().getSourcePositions().getStartPosition(workflow.unit(), tree);
  }

  private static boolean isFunction(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(FUNCTION)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String hidden(ExecutableElement function, TypeElement owner) {
    PackageElement here = workflow.elements().getPackageOf(workflow.element());
    boolean samePackage = workflow.elements().getPackageOf(owner).equals(here);
    for (Element element = function;
        element instanceof ExecutableElement || element instanceof TypeElement;
        element = element.getEnclosingElement()) {
      String what = element instanceof TypeElement ? element + " is " : "it is ";
      if (element.getModifiers().contains(Modifier.PRIVATE)) {
        return what + "private";
      }
      if (!samePackage && !element.getModifiers().contains(Modifier.PUBLIC)) {
        return what + "not public";
      }
    }
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void nothing) {
    member(tree);
    return super.visitIdentifier(tree, nothing);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
    member(tree);
    receiver(tree);
    return super.visitMemberSelect(tree, nothing);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    Element element = element(tree);
    boolean step =
        getCurrentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
            && element(call, getCurrentPath().getParentPath()) instanceof ExecutableElement method
            && method.getEnclosingElement().toString().equals(STEP_CALLS);
    if (!step) { // else it is a function, and has been looked at
      reachable(tree, element);
    }
    return super.visitMemberReference(tree, nothing);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void nothing) {
    reachable(tree, element(tree));
    return super.visitNewClass(tree, nothing);
  }

  /** A value of a private type can be passed on, but its members are out of reach (JLS 6.6.1). */
  private void receiver(MemberSelectTree tree) {
    TreePath path = new TreePath(getCurrentPath(), tree.getExpression());
    Element named = inBody ? element(tree.getExpression(), path) : null;
    TypeMirror type = inBody ? workflow.trees().getTypeMirror(path) : null;
    boolean isType = named != null && (named.getKind().isClass() || named.getKind().isInterface());
    if (!isType
        && type instanceof DeclaredType declared
        && declared.asElement().getModifiers().contains(Modifier.PRIVATE)
        && !(named instanceof VariableElement local && isDeclaredInBody(local))
        && !isDeclaredInBody(declared.asElement())) {
      Element hidden = declared.asElement();
      report(
          Problem.ES080,
          tree,
          "'" + hidden.getSimpleName() + "'",
          hidden.getEnclosingElement().getSimpleName());
    }
  }

  private void member(Tree tree) {
    reachable(tree, element(tree));
  }

  private void reachable(Tree tree, @Nullable Element element) {
    // javac adds the types that var and lambda parameters leave out; they are nowhere in the file.
    // A durable method is not called itself: its machine is.
    if (!inBody || element == null || isDurable(element) || start(tree) < 0) {
      return;
    }
    if (isForSubclasses(element)) {
      report(
          Problem.ES081, tree, element.getSimpleName(), element.getEnclosingElement().toString());
    }
    if (!element.getModifiers().contains(Modifier.PRIVATE)) {
      return;
    }
    if (element instanceof VariableElement field && field.getConstantValue() != null) {
      return; // Its value is written instead.
    }
    boolean declared =
        element.getKind().isField()
            || element.getKind().isClass()
            || element.getKind().isInterface()
            || element instanceof ExecutableElement;
    if (declared && !isDeclaredInBody(element)) {
      String name =
          element.getKind() == ElementKind.CONSTRUCTOR
              ? "the constructor of " + element.getEnclosingElement().getSimpleName()
              : "'" + element.getSimpleName() + "'";
      report(Problem.ES080, tree, name, workflow.element().getSimpleName());
    }
  }

  /** Inside a class of the body, the member may well be its own. */
  private boolean isForSubclasses(Element element) {
    if (!element.getModifiers().contains(Modifier.PROTECTED)
        || !(element.getEnclosingElement() instanceof TypeElement)
        || workflow
            .elements()
            .getPackageOf(element)
            .equals(workflow.elements().getPackageOf(workflow.element()))) {
      return false;
    }
    for (Tree around : getCurrentPath()) {
      if (around instanceof ClassTree) {
        return around == workflow.tree();
      }
    }
    return false;
  }

  // Members of a class that the body itself declares move with the body.
  private static boolean isDeclaredInBody(Element element) {
    for (Element outer = element.getEnclosingElement();
        outer != null;
        outer = outer.getEnclosingElement()) {
      if (outer instanceof ExecutableElement) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Element element(Tree tree) {
    return element(tree, getCurrentPath());
  }

  private @Nullable Element element(Tree tree, TreePath path) {
    return workflow.trees().getElement(path);
  }

  private void report(Problem problem, Tree tree, Object... arguments) {
    diagnostics.report(problem, Places.of(workflow, tree), arguments);
  }
}
