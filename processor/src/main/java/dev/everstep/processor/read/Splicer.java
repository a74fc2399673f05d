package dev.everstep.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Cuts code from the user's text: everything stays as written, but for names of variables, types
 * and members, for {@code this}, and for jumps that leave the code. One object splices one tree.
 */
final class Splicer extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final Set<String> PLAIN_CALLS =
      Set.of("now", "random", "uuid", "runId", "log", "step", "sleep", "sleepUntil");

  private final MethodReading reading;
  private final Facts facts;
  private final Map<Tree, Integer> holes;
  private final boolean inline;
  private final Edits edits;

  private final Set<Variable> captured = new LinkedHashSet<>();
  private final Map<VariableTree, Variable> bound = new IdentityHashMap<>();
  private final Set<Tree> inBlock = identitySet();
  private final Set<Tree> asWritten = identitySet();
  private final Set<Tree> refused = identitySet();
  private final Set<String> labels = new LinkedHashSet<>();
  private final Deque<TypeElement> classes = new ArrayDeque<>();
  private int functionDepth;
  private int breakables;
  private int loops;
  private int switchExpressions;
  private boolean inLabel;

  /**
   * Creates a splicer.
   *
   * @param holes the operands to leave out
   * @param inline whether the code is a step's own: the locals it reads are its arguments, it does
   *     not know the context, and its returns stay
   */
  Splicer(MethodReading reading, Map<Tree, Integer> holes, boolean inline) {
    this.reading = reading;
    this.facts = reading.facts();
    this.holes = holes;
    this.inline = inline;
    this.edits = new Edits(reading.source(), facts::lineAt);
  }

  private static Set<Tree> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Returns the code of an expression or statement. */
  Code splice(Tree root) {
    if (root instanceof NewArrayTree array && array.getType() == null) {
      edits.insert(
          facts.start(root),
          new Piece.Text("new "),
          new Piece.TypeName(facts.type(root)),
          new Piece.Text(" "));
    }
    scan(root, null);
    return edits.apply(facts.start(root), facts.end(root));
  }

  /** Returns the code of a local type; its declaration and constructors get a name. */
  Code spliceType(ClassTree tree, String name, String as) {
    if (!as.equals(name)) {
      rename(tree, tree.getModifiers(), name, as);
      for (Tree member : tree.getMembers()) {
        if (member instanceof MethodTree method
            && method.getName().contentEquals("<init>")
            && facts.start(method) > facts.start(tree)) {
          rename(method, method.getModifiers(), name, as);
        }
      }
    }
    scan(tree, null);
    return edits.apply(facts.start(tree), facts.end(tree));
  }

  private void rename(Tree declaration, Tree modifiers, String name, String as) {
    int from = Math.max(facts.start(declaration), facts.end(modifiers));
    int at = reading.source().indexOf(name, from);
    edits.replace(at, at + name.length(), new Piece.Text(as));
  }

  /** Returns the code of a case up to its colon or arrow. */
  Code spliceLabel(CaseTree tree, int end) {
    inLabel = true;
    scan(tree, null);
    return edits.apply(facts.start(tree), end);
  }

  /** Returns the code of a block's statements, without its braces. */
  Code spliceInside(BlockTree block) {
    scan(block, null);
    int from = facts.start(block) + 1;
    int to = facts.end(block) - 1;
    if (!block.getStatements().isEmpty()) {
      from = facts.start(block.getStatements().get(0));
      to = reading.source().substring(0, to).stripTrailing().length();
    }
    return edits.apply(from, Math.max(from, to));
  }

  /** Returns the locals that inline code reads, in the order of their first use. */
  List<Variable> captured() {
    return List.copyOf(captured);
  }

  @Override
  public @Nullable Void scan(Tree tree, @Nullable Void none) {
    Integer hole = tree == null ? null : holes.get(tree);
    if (tree != null && hole != null) {
      edits.replace(facts.start(tree), facts.end(tree), new Piece.Hole(hole));
      return null;
    }
    return super.scan(tree, none);
  }

  // Names

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
    Element element = facts.element(tree);
    String name = tree.getName().toString();
    if (element == null || asWritten.contains(tree) || !edits.isText(facts.start(tree), name)) {
      return null;
    }
    if (name.equals("this") || name.equals("super")) {
      spliceThis(tree, name);
    } else if (element.equals(reading.context())) {
      if (!refused.contains(tree)) {
        reading.report(Problem.ES042, tree, name);
      }
    } else if (element instanceof TypeElement type) {
      if (!reading.localTypes().isAsWritten(type)) {
        replace(tree, new Piece.TypeName(reading.types().erasure(type.asType())));
      }
    } else if (element instanceof VariableElement variable && isLocal(variable)) {
      spliceLocal(tree, variable);
    } else if (element instanceof VariableElement constant
        && Constants.isHidden(constant)
        && classes.stream().noneMatch(constant.getEnclosingElement()::equals)) {
      replace(tree, new Piece.Text(Constants.literal(constant.getConstantValue())));
    } else if (element.getEnclosingElement() instanceof TypeElement owner) {
      spliceMember(tree, element, owner);
    }
    return null;
  }

  private void spliceThis(IdentifierTree tree, String name) {
    if (!classes.isEmpty()) {
      return;
    }
    if (name.equals("super")) {
      reading.report(Problem.ES046, tree);
    } else {
      replace(tree, new Piece.Self());
    }
  }

  private static boolean isLocal(VariableElement variable) {
    return !variable.getKind().isField();
  }

  private void spliceLocal(IdentifierTree tree, VariableElement element) {
    Variable variable = reading.scope().variable(element);
    if (element.getConstantValue() != null) {
      replace(tree, new Piece.Text(Constants.literal(element.getConstantValue())));
    } else if (variable == null) {
      Piece.Inner inner = reading.inner(element);
      if (inner == null) {
        reading.report(Problem.ES040, tree, "a pattern of this kind", "Declare a local instead.");
      } else {
        replace(tree, inner);
      }
    } else if (inline) {
      captured.add(variable);
      replace(tree, new Piece.Text(variable.name()));
    } else if (functionDepth > 0) {
      replace(tree, new Piece.Capture(variable));
    } else {
      replace(tree, new Piece.Read(variable));
    }
  }

  private void spliceMember(IdentifierTree tree, Element member, TypeElement owner) {
    if (member instanceof ExecutableElement method && method.getKind() == ElementKind.CONSTRUCTOR) {
      return;
    }
    for (TypeElement inner : classes) {
      if (reading.isSubclass(inner, owner) || inner.equals(owner)) {
        return;
      }
    }
    if (owner.getNestingKind() == NestingKind.LOCAL
        || owner.getNestingKind() == NestingKind.ANONYMOUS) {
      return;
    }
    int start = facts.start(tree);
    if (member.getModifiers().contains(Modifier.STATIC)) {
      edits.insert(
          start, new Piece.TypeName(reading.types().erasure(owner.asType())), new Piece.Text("."));
    } else {
      edits.insert(start, new Piece.Self(), new Piece.Text("."));
    }
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
    if (asWritten.contains(tree)) {
      return null;
    }
    if (facts.element(tree) instanceof VariableElement constant && Constants.isHidden(constant)) {
      replace(tree, new Piece.Text(Constants.literal(constant.getConstantValue())));
      return null;
    }
    String name = tree.getIdentifier().toString();
    boolean outer = name.equals("this") || name.equals("super");
    if (outer && facts.element(tree.getExpression()) instanceof TypeElement type) {
      if (name.equals("super")) {
        if (classes.isEmpty()) {
          reading.report(Problem.ES046, tree);
        }
      } else if (type.equals(reading.workflow())) {
        replace(tree, new Piece.Self());
        return null;
      }
    }
    return super.visitMemberSelect(tree, none);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && facts.isContextCall(tree)
        && reading.isContext(select.getExpression())) {
      String name = select.getIdentifier().toString();
      if (inline) {
        reading.report(Problem.ES045, tree, name);
      } else if (!PLAIN_CALLS.contains(name) || !classes.isEmpty()) {
        reading.report(Problem.ES042, select.getExpression(), select.getExpression());
      } else {
        replace(select.getExpression(), new Piece.Context());
      }
      scan(tree.getTypeArguments(), none);
      scan(tree.getArguments(), none);
      return null;
    }
    if (facts.element(tree) instanceof ExecutableElement method
        && DurableMethod.contexts(method) > 0) {
      refuseContexts(tree, method);
    }
    return super.visitMethodInvocation(tree, none);
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

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
    if (tree.getEnclosingExpression() != null) {
      asWritten.add(plainName(tree));
    } else if (facts.element(tree.getIdentifier()) instanceof TypeElement type
        && isInnerClass(type)
        && !isInside(type.getEnclosingElement())) {
      spliceOuter(tree, type);
    }
    scan(tree.getEnclosingExpression(), none);
    scan(tree.getTypeArguments(), none);
    scan(tree.getIdentifier(), none);
    scan(tree.getArguments(), none);
    if (tree.getClassBody() != null) {
      visitClassBody(tree.getClassBody(), true);
    }
    return null;
  }

  private static boolean isInnerClass(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  /** Returns whether the code is in a class body that has an object of a class at hand. */
  private boolean isInside(Element outer) {
    return classes.stream().anyMatch(one -> reading.isSubclass(one, (TypeElement) outer));
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
    edits.insert(facts.start(tree), new Piece.Self(), new Piece.Text("."));
    Tree name = plainName(tree);
    asWritten.add(name);
    if (name instanceof MemberSelectTree) {
      replace(name, new Piece.Text(type.getSimpleName().toString()));
    }
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
    DurableMethod named = facts.durable(facts.element(tree));
    if (named != null) {
      reading.report(Problem.ES023, tree, named.name());
    }
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW
        && facts.element(tree.getQualifierExpression()) instanceof TypeElement type
        && isInnerClass(type)
        && !isInside(type.getEnclosingElement())) {
      reading.report(Problem.ES050, tree, type.getSimpleName());
    }
    return super.visitMemberReference(tree, none);
  }

  // Variables

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void none) {
    Variable target = target(tree.getVariable());
    if (target != null) {
      replace(Facts.strip(tree.getVariable()), new Piece.Write(target));
    } else {
      scan(tree.getVariable(), none);
    }
    return scan(tree.getExpression(), none);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void none) {
    Variable target = target(tree.getVariable());
    if (target != null) {
      replace(Facts.strip(tree.getVariable()), new Piece.Update(target));
    } else {
      scan(tree.getVariable(), none);
    }
    return scan(tree.getExpression(), none);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void none) {
    Variable target = Facts.isStep(tree.getKind()) ? target(tree.getExpression()) : null;
    if (target != null) {
      replace(Facts.strip(tree.getExpression()), new Piece.Update(target));
      return null;
    }
    return super.visitUnary(tree, none);
  }

  private @Nullable Variable target(ExpressionTree tree) {
    return holes.containsKey(tree) ? null : reading.scope().variable(facts.named(tree));
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
    String name = tree.getName().toString();
    Variable binding = bound.get(tree);
    if (binding != null) {
      int end = facts.end(tree);
      edits.replace(edits.startOf(name, end), end, new Piece.Bind(binding, Piece.Bind.Part.NAME));
      scan(tree.getModifiers(), none);
      return scan(tree.getType(), none);
    }
    Place place = facts.namePlace(tree);
    Piece.Inner inner = reading.declareInner(facts.element(tree), name, place);
    boolean field = facts.element(tree) instanceof VariableElement element && !isLocal(element);
    if (!field && !name.isEmpty() && edits.isText(place.position(), name)) {
      edits.replace(place.position(), place.position() + name.length(), inner);
    }
    scan(tree.getModifiers(), none);
    scan(tree.getType(), none);
    return scan(tree.getInitializer(), none);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void none) {
    // A guard must not assign; what it binds is kept with the bindings of its case.
    if (functionDepth > 0 || inline || inLabel || tree.getPattern() == null) {
      return super.visitInstanceOf(tree, none);
    }
    boolean whole = tree.getPattern() instanceof BindingPatternTree;
    List<Variable> variables = new ArrayList<>();
    for (VariableTree binding : Patterns.bindings(tree.getPattern())) {
      Variable variable = reading.declare(Variable.Kind.BINDING, binding, reading.element(binding));
      bound.put(binding, variable);
      variables.add(variable);
      edits.insert(facts.start(tree), new Piece.Bind(variable, Piece.Bind.Part.OPEN));
    }
    super.visitInstanceOf(tree, none);
    for (Variable variable : variables) {
      // What a part of a record is bound to may be null, or no object.
      Piece.Bind.Part close = whole ? Piece.Bind.Part.CLOSE : Piece.Bind.Part.CLOSE_PART;
      edits.insert(facts.end(tree), new Piece.Bind(variable, close));
    }
    return null;
  }

  // Functions and classes inside the code

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
    functionDepth++;
    super.visitLambdaExpression(tree, none);
    functionDepth--;
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    visitClassBody(tree, false);
    return null;
  }

  private void visitClassBody(ClassTree tree, boolean anonymous) {
    Element element = facts.element(tree);
    if (element instanceof TypeElement type) {
      classes.push(type);
    }
    functionDepth++;
    if (!anonymous) {
      scan(tree.getModifiers(), null);
      scan(tree.getTypeParameters(), null);
      scan(tree.getExtendsClause(), null);
      scan(tree.getImplementsClause(), null);
    }
    for (Tree member : tree.getMembers()) {
      // Not in the text: javac adds constructors.
      boolean made =
          member instanceof MethodTree method
              && method.getName().contentEquals("<init>")
              && (anonymous || facts.start(method) == facts.start(tree));
      if (!made) {
        scan(member, null);
      }
    }
    functionDepth--;
    if (element instanceof TypeElement) {
      classes.pop();
    }
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void none) {
    scan(tree.getAnnotationType(), none);
    for (ExpressionTree argument : tree.getArguments()) {
      scan(
          argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument,
          none);
    }
    return null;
  }

  // Jumps

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Void none) {
    inBlock.addAll(tree.getStatements());
    return super.visitBlock(tree, none);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void none) {
    if (tree.getStatements() != null) {
      inBlock.addAll(tree.getStatements());
    }
    for (ExpressionTree label : tree.getExpressions()) {
      Element element = facts.element(label);
      if (label instanceof IdentifierTree
          && (element == null || element.getKind() == ElementKind.ENUM_CONSTANT)) {
        asWritten.add(label);
      }
    }
    return super.visitCase(tree, none);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void none) {
    if (functionDepth > 0 || inline) {
      return super.visitReturn(tree, none);
    }
    if (tree.getExpression() == null) {
      replace(tree, new Piece.ReturnNothing(!inBlock.contains(tree)));
      return null;
    }
    boolean alone = !inBlock.contains(tree);
    ExpressionTree value = tree.getExpression();
    edits.replace(facts.start(tree), facts.start(value), new Piece.Return(alone));
    boolean cast = reading.returnsOtherThan(value);
    if (cast) {
      edits.insert(
          facts.start(value),
          new Piece.Text("("),
          new Piece.TypeName(reading.converted()),
          new Piece.Text(") ("));
    }
    boolean typed = Targets.isTyped(value, facts);
    if (typed) {
      edits.insert(facts.start(value), Targets.before(reading.type(value)));
    }
    scan(value, none);
    edits.insert(facts.end(value), new Piece.Text((typed ? ")" : "") + (cast ? "))" : ")")));
    edits.insert(facts.end(tree), new Piece.Returned(alone));
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void none) {
    String label = tree.getLabel() == null ? null : tree.getLabel().toString();
    if (functionDepth == 0 && (label == null ? breakables == 0 : !labels.contains(label))) {
      replace(
          tree, new Piece.Jump(reading.scope().breakTarget(label), !inBlock.contains(tree), null));
    }
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void none) {
    if (functionDepth > 0 || inline || switchExpressions > 0) {
      return super.visitYield(tree, none);
    }
    Scope.Result result = reading.scope().yieldTarget();
    boolean alone = !inBlock.contains(tree);
    int start = facts.start(tree.getValue());
    int end = facts.end(tree.getValue());
    edits.replace(facts.start(tree), start, new Piece.Result(result.value(), alone));
    scan(tree.getValue(), none);
    edits.replace(
        end, facts.end(tree), new Piece.Text(";\n"), new Piece.Jump(result.leave(), false, null));
    if (alone) {
      edits.insert(facts.end(tree), new Piece.Close());
    }
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void none) {
    switchExpressions++;
    super.visitSwitchExpression(tree, none);
    switchExpressions--;
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void none) {
    String label = tree.getLabel() == null ? null : tree.getLabel().toString();
    if (functionDepth == 0 && (label == null ? loops == 0 : !labels.contains(label))) {
      replace(
          tree,
          new Piece.Jump(reading.scope().continueTarget(label), !inBlock.contains(tree), null));
    }
    return null;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void none) {
    labels.add(tree.getLabel().toString());
    super.visitLabeledStatement(tree, none);
    labels.remove(tree.getLabel().toString());
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void none) {
    return loop(() -> super.visitWhileLoop(tree, none));
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void none) {
    return loop(() -> super.visitDoWhileLoop(tree, none));
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void none) {
    return loop(() -> super.visitForLoop(tree, none));
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void none) {
    return loop(() -> super.visitEnhancedForLoop(tree, none));
  }

  private @Nullable Void loop(Runnable visit) {
    loops++;
    breakables++;
    visit.run();
    loops--;
    breakables--;
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void none) {
    breakables++;
    super.visitSwitch(tree, none);
    breakables--;
    return null;
  }

  // Text

  @Override
  public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
    if (tree.getValue() instanceof String text && edits.isText(facts.start(tree), "\"\"\"")) {
      replace(tree, new Piece.Text(Constants.literal(text)));
    }
    return null;
  }

  private void replace(Tree tree, Piece... by) {
    edits.replace(facts.start(tree), facts.end(tree), by);
  }
}
