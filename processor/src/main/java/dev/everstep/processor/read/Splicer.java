package dev.everstep.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
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
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Cuts code from the user's text: everything stays as written, but for names of variables, types
 * and members, for {@code this}, and for jumps that leave the code. It walks the tree; a class for
 * each subject makes the edits. One object splices one tree.
 */
final class Splicer extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final MethodReading reading;
  private final Facts facts;
  private final Splice splice;
  private final Edits edits;
  private final ContextEdits contexts;
  private final NameEdits names;
  private final InnerClassEdits innerClasses;
  private final VariableEdits variables;
  private final JumpEdits jumps;
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
    this.splice = new Splice(reading, holes, inline);
    this.edits = splice.edits();
    this.contexts = new ContextEdits(splice);
    this.names = new NameEdits(splice, contexts);
    this.innerClasses = new InnerClassEdits(splice);
    this.variables = new VariableEdits(splice);
    this.jumps = new JumpEdits(splice);
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
    return names.captured();
  }

  @Override
  public @Nullable Void scan(Tree tree, @Nullable Void none) {
    Integer hole = tree == null ? null : splice.hole(tree);
    if (tree != null && hole != null) {
      splice.replace(tree, new Piece.Hole(hole));
      return null;
    }
    return super.scan(tree, none);
  }

  private void scan(Tree tree) {
    scan(tree, null);
  }

  // Names

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
    names.identifier(tree);
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
    return names.memberSelect(tree) ? null : super.visitMemberSelect(tree, none);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
    if (!contexts.call(tree)) {
      return super.visitMethodInvocation(tree, none);
    }
    scan(tree.getTypeArguments(), none);
    return scan(tree.getArguments(), none);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
    innerClasses.creation(tree);
    scan(tree.getEnclosingExpression(), none);
    scan(tree.getTypeArguments(), none);
    scan(tree.getIdentifier(), none);
    scan(tree.getArguments(), none);
    if (tree.getClassBody() != null) {
      visitClassBody(tree.getClassBody(), true);
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
    DurableMethod named = facts.durable(facts.element(tree));
    if (named != null) {
      reading.report(Problem.ES023, tree, named.name());
    }
    innerClasses.reference(tree);
    return super.visitMemberReference(tree, none);
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
    if (tree.getValue() instanceof String text && edits.isText(facts.start(tree), "\"\"\"")) {
      splice.replace(tree, new Piece.Text(Constants.literal(text)));
    }
    return null;
  }

  // Variables

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void none) {
    if (!variables.write(tree.getVariable())) {
      scan(tree.getVariable(), none);
    }
    return scan(tree.getExpression(), none);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void none) {
    if (!variables.update(tree.getVariable())) {
      scan(tree.getVariable(), none);
    }
    return scan(tree.getExpression(), none);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void none) {
    return Facts.isStep(tree.getKind()) && variables.update(tree.getExpression())
        ? null
        : super.visitUnary(tree, none);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
    variables.declaration(tree);
    scan(tree.getModifiers(), none);
    scan(tree.getType(), none);
    return scan(tree.getInitializer(), none);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void none) {
    // A guard must not assign; what it binds is kept with the bindings of its case.
    if (splice.isInFunction() || splice.isInline() || inLabel || tree.getPattern() == null) {
      return super.visitInstanceOf(tree, none);
    }
    variables.pattern(tree, () -> super.visitInstanceOf(tree, none));
    return null;
  }

  // Functions and classes inside the code

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
    splice.enterFunction();
    super.visitLambdaExpression(tree, none);
    splice.exitFunction();
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
      splice.enterClass(type);
    }
    splice.enterFunction();
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
    splice.exitFunction();
    if (element instanceof TypeElement) {
      splice.exitClass();
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
    jumps.inBlock(tree.getStatements());
    return super.visitBlock(tree, none);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void none) {
    if (tree.getStatements() != null) {
      jumps.inBlock(tree.getStatements());
    }
    for (ExpressionTree label : tree.getExpressions()) {
      Element element = facts.element(label);
      if (label instanceof IdentifierTree
          && (element == null || element.getKind() == ElementKind.ENUM_CONSTANT)) {
        splice.keep(label);
      }
    }
    return super.visitCase(tree, none);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void none) {
    return jumps.returned(tree, this::scan) ? null : super.visitReturn(tree, none);
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void none) {
    jumps.broken(tree);
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void none) {
    return jumps.yielded(tree, this::scan) ? null : super.visitYield(tree, none);
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void none) {
    jumps.continued(tree);
    return null;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void none) {
    jumps.labeled(tree.getLabel().toString(), () -> super.visitLabeledStatement(tree, none));
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void none) {
    jumps.switchExpression(() -> super.visitSwitchExpression(tree, none));
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void none) {
    jumps.switched(() -> super.visitSwitch(tree, none));
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void none) {
    jumps.loop(() -> super.visitWhileLoop(tree, none));
    return null;
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void none) {
    jumps.loop(() -> super.visitDoWhileLoop(tree, none));
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void none) {
    jumps.loop(() -> super.visitForLoop(tree, none));
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void none) {
    jumps.loop(() -> super.visitEnhancedForLoop(tree, none));
    return null;
  }
}
