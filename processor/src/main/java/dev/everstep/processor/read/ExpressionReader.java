package dev.everstep.processor.read;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Takes apart expressions that hold a suspension point. The list of forms is complete: what is not
 * on it is refused.
 */
final class ExpressionReader {
  private static final Set<String> STABLE_CALLS = Set.of("runId", "log");

  private final MethodReading reading;
  private final Facts facts;
  private final SiteReader sites;
  private final Function<SwitchExpressionTree, Expression> switches;
  private Map<Element, Integer> assigned = Map.of();

  /**
   * Creates a reader.
   *
   * @param switches reads those that suspend, whose cases hold statements
   */
  ExpressionReader(MethodReading reading, Function<SwitchExpressionTree, Expression> switches) {
    this.switches = switches;
    this.reading = reading;
    this.facts = reading.facts();
    this.sites = new SiteReader(reading);
  }

  /** Returns the suspension points, in the order of their index. */
  SiteReader sites() {
    return sites;
  }

  /** Reads the expression of a statement. */
  Expression read(ExpressionTree root) {
    Map<Element, Integer> outer = assigned;
    assigned = facts.assignments(root);
    Expression read = part(root);
    assigned = outer;
    return read;
  }

  /** Reads a value that the machine returns as an {@code Object}. */
  Expression readAlone(ExpressionTree root) {
    return alone(read(root), root);
  }

  private Expression alone(Expression read, ExpressionTree tree) {
    if (!Targets.isTyped(tree, facts)) {
      return read;
    }
    if (read instanceof Expression.Plain plain) {
      return new Expression.Plain(
          Targets.typed(plain.code(), plain.type()), plain.type(), plain.stable(), plain.place());
    }
    if (read instanceof Expression.Template template) {
      return new Expression.Template(
          Targets.typed(template.code(), template.type()),
          template.operands(),
          template.type(),
          template.place());
    }
    return read; // Held by a temporary, which has a type.
  }

  private Expression part(ExpressionTree tree) {
    if (!facts.suspends(tree)) {
      return new Expression.Plain(
          reading.splice(tree), reading.type(tree), isStable(tree), facts.place(tree));
    }
    if (tree instanceof ParenthesizedTree parenthesized) {
      return parenthesized(parenthesized);
    }
    if (tree instanceof MethodInvocationTree call) {
      return facts.calls().contains(call) ? suspension(call) : call(call);
    }
    if (tree instanceof NewClassTree creation) {
      return creation(creation);
    }
    if (tree instanceof BinaryTree binary) {
      return binary(binary);
    }
    if (tree instanceof UnaryTree unary) {
      return unary(unary);
    }
    if (tree instanceof AssignmentTree assignment) {
      return assignment(assignment);
    }
    if (tree instanceof CompoundAssignmentTree compound) {
      return compound(compound);
    }
    if (tree instanceof ConditionalExpressionTree conditional) {
      return new Expression.Conditional(
          part(conditional.getCondition()),
          part(conditional.getTrueExpression()),
          part(conditional.getFalseExpression()),
          reading.type(tree));
    }
    if (tree instanceof TypeCastTree cast) {
      return template(tree, List.of(cast.getExpression()));
    }
    if (tree instanceof ArrayAccessTree access) {
      return template(tree, List.of(access.getExpression(), access.getIndex()));
    }
    if (tree instanceof MemberSelectTree select) {
      return template(tree, List.of(select.getExpression()));
    }
    if (tree instanceof InstanceOfTree test) {
      return template(tree, List.of(test.getExpression()));
    }
    if (tree instanceof NewArrayTree array) {
      return array(array);
    }
    if (tree instanceof LambdaExpressionTree) {
      return refuse(tree, "a lambda", "Use a loop in the workflow's own body, or an inline step.");
    }
    if (tree instanceof MemberReferenceTree) {
      return refuse(tree, "a method reference");
    }
    if (tree instanceof SwitchExpressionTree choice) {
      return switches.apply(choice);
    }
    return refuse(tree, "this expression");
  }

  private Expression refuse(ExpressionTree tree, String what) {
    return refuse(tree, what, "Assign the step's result to a local first.");
  }

  private Expression refuse(ExpressionTree tree, String what, String remedy) {
    reading.report(Problem.ES040, tree, what, remedy);
    return new Expression.Plain(Code.text("null"), facts.type(tree), true, facts.place(tree));
  }

  private Expression parenthesized(ParenthesizedTree tree) {
    Expression inner = part(tree.getExpression());
    if (inner instanceof Expression.Template template) {
      return new Expression.Template(
          Code.text("(").then(template.code()).then(")"),
          template.operands(),
          template.type(),
          template.place());
    }
    return inner;
  }

  private Expression suspension(MethodInvocationTree call) {
    List<Expression> arguments = sites.arguments(call, argument -> alone(part(argument), argument));
    return new Expression.Suspension(sites.site(call), arguments, reading.type(call));
  }

  private Expression call(MethodInvocationTree call) {
    List<ExpressionTree> operands = new ArrayList<>();
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && !isName(select.getExpression())) {
      operands.add(select.getExpression());
    }
    operands.addAll(call.getArguments());
    return template(call, operands);
  }

  /** Returns whether a qualifier is no value: a type, a package, {@code super}. */
  private boolean isName(ExpressionTree tree) {
    Element element = facts.element(tree);
    return element instanceof TypeElement
        || element instanceof PackageElement
        || tree instanceof IdentifierTree name && name.getName().contentEquals("super");
  }

  private Expression creation(NewClassTree creation) {
    if (facts.suspends(creation.getClassBody())) {
      return refuse(creation, "an anonymous class");
    }
    List<ExpressionTree> operands = new ArrayList<>();
    if (creation.getEnclosingExpression() != null) {
      operands.add(creation.getEnclosingExpression());
    }
    operands.addAll(creation.getArguments());
    return template(creation, operands);
  }

  private Expression binary(BinaryTree tree) {
    boolean and = tree.getKind() == Tree.Kind.CONDITIONAL_AND;
    if (and || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return new Expression.Logical(
          and, part(tree.getLeftOperand()), part(tree.getRightOperand()), reading.type(tree));
    }
    return template(tree, List.of(tree.getLeftOperand(), tree.getRightOperand()));
  }

  private Expression unary(UnaryTree tree) {
    if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return new Expression.Not(part(tree.getExpression()), reading.type(tree));
    }
    return template(
        tree,
        Facts.isStep(tree.getKind())
            ? target(tree.getExpression())
            : List.of(tree.getExpression()));
  }

  private Expression array(NewArrayTree tree) {
    List<ExpressionTree> operands = new ArrayList<>(tree.getDimensions());
    if (tree.getInitializers() != null) {
      operands.addAll(tree.getInitializers());
    }
    return template(tree, operands);
  }

  private Expression assignment(AssignmentTree tree) {
    List<ExpressionTree> operands = new ArrayList<>(target(tree.getVariable()));
    operands.add(tree.getExpression());
    return template(tree, operands);
  }

  /** Returns the parts of an assignment's left side that are evaluated first (JLS 15.26.1). */
  private List<ExpressionTree> target(ExpressionTree tree) {
    ExpressionTree target = Facts.strip(tree);
    if (target instanceof ArrayAccessTree access) {
      return List.of(access.getExpression(), access.getIndex());
    }
    if (target instanceof MemberSelectTree select && !isName(select.getExpression())) {
      return List.of(select.getExpression());
    }
    return List.of();
  }

  /**
   * Reads {@code target op= value}: the old value of the target is fetched before the right side is
   * evaluated (JLS 15.26.2), so it is an operand of its own if the right side suspends.
   */
  private Expression compound(CompoundAssignmentTree tree) {
    List<ExpressionTree> target = target(tree.getVariable());
    if (!facts.suspends(tree.getExpression())) {
      return template(tree, target);
    }
    List<Expression> operands = new ArrayList<>();
    target.forEach(operand -> operands.add(operand(tree, operand)));
    Element element = facts.named(tree.getVariable());
    Variable variable = reading.scope().variable(element);
    ExpressionTree left = Facts.strip(tree.getVariable());
    Code read = variable == null ? reading.splice(left, target) : read(variable);
    Code write = variable == null ? read : Code.of(new Piece.Write(variable));
    boolean stable = variable != null && assigned.getOrDefault(element, 0) == 1;
    Expression old = new Expression.Plain(read, reading.type(left), stable, facts.place(left));
    operands.add(Unboxing.unboxes(tree, left, reading) ? unboxed(old) : old);
    operands.add(part(tree.getExpression()));

    int before = target.size();
    String operator = operator(tree);
    Code right = Code.of(new Piece.Hole(before + 1));
    Code sum =
        Code.of(new Piece.Hole(before))
            .then(" " + operator + " ")
            .then(isTerm(operands.get(before + 1)) ? right : Code.text("(").then(right).then(")"));
    TypeMirror to = reading.unboxed(facts.type(left));
    if (isNarrowing(to, reading.unboxed(facts.type(tree.getExpression())))) {
      sum = sum.castTo(to);
    }
    return new Expression.Template(
        write.then(" = ").then(sum), operands, reading.type(tree), facts.place(tree));
  }

  private static Code read(Variable variable) {
    return Code.of(new Piece.Read(variable));
  }

  private static boolean isTerm(Expression expression) {
    return expression instanceof Expression.Suspension;
  }

  private static String operator(CompoundAssignmentTree tree) {
    return switch (tree.getKind()) {
      case MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER_ASSIGNMENT -> "%";
      case PLUS_ASSIGNMENT -> "+";
      case MINUS_ASSIGNMENT -> "-";
      case LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      case AND_ASSIGNMENT -> "&";
      case XOR_ASSIGNMENT -> "^";
      case OR_ASSIGNMENT -> "|";
      default -> throw new IllegalStateException("not an assignment: " + tree.getKind());
    };
  }

  /** Returns whether {@code left op right} may be wider than the left side's type. */
  private static boolean isNarrowing(TypeMirror left, TypeMirror right) {
    return switch (left.getKind()) {
      case BYTE, SHORT, CHAR, FLOAT -> true;
      case INT -> right.getKind() == TypeKind.LONG || isFraction(right);
      case LONG -> isFraction(right);
      default -> false;
    };
  }

  private static boolean isFraction(TypeMirror type) {
    return type.getKind() == TypeKind.FLOAT || type.getKind() == TypeKind.DOUBLE;
  }

  private Expression template(ExpressionTree tree, List<? extends ExpressionTree> parts) {
    List<Expression> operands = new ArrayList<>();
    for (ExpressionTree operand : parts) {
      operands.add(operand(tree, operand));
    }
    return new Expression.Template(
        reading.splice(tree, parts), operands, reading.type(tree), facts.place(tree));
  }

  private Expression operand(ExpressionTree of, ExpressionTree tree) {
    Expression operand = part(tree);
    return Unboxing.unboxes(of, tree, reading) ? unboxed(operand) : operand;
  }

  /** Returns an operand that fails on null where it stands, before what comes behind it. */
  private Expression unboxed(Expression operand) {
    TypeMirror type = reading.unboxed(operand.type());
    return operand instanceof Expression.Plain plain
        ? new Expression.Plain(plain.code(), type, false, plain.place())
        : new Expression.Template(
            Code.of(new Piece.Hole(0)), List.of(operand), type, operand.place());
  }

  /** Returns whether an expression can be evaluated later in its statement instead. */
  private boolean isStable(ExpressionTree tree) {
    ExpressionTree inner = Facts.strip(tree);
    if (inner instanceof LiteralTree || inner instanceof LambdaExpressionTree) {
      return true;
    }
    if (inner instanceof MemberReferenceTree reference) {
      return isName(reference.getQualifierExpression())
          || isStable(reference.getQualifierExpression());
    }
    if (inner instanceof MethodInvocationTree call && facts.isContextCall(call)) {
      return STABLE_CALLS.contains(
          ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString());
    }
    if (!(inner instanceof IdentifierTree || inner instanceof MemberSelectTree)
        || !(facts.element(inner) instanceof VariableElement variable)) {
      return false;
    }
    if (variable.getConstantValue() != null || variable.getKind() == ElementKind.ENUM_CONSTANT) {
      return true;
    }
    if (inner instanceof IdentifierTree name) {
      return name.getName().contentEquals("this")
          || (variable.getKind().isField()
              ? variable.getModifiers().contains(Modifier.FINAL)
              : !assigned.containsKey(variable));
    }
    return variable.getModifiers().contains(Modifier.STATIC)
        && variable.getModifiers().contains(Modifier.FINAL);
  }
}
