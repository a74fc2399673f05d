package dev.everstep.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.everstep.processor.diagnostic.Fault;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart statements that hold a suspension point, or are too large to stay as they are. The
 * list of forms is complete: what is not on it is refused.
 */
final class StatementReader {
  private final MethodReading reading;
  private final Facts facts;
  private final ExpressionReader expressions;
  private final SwitchReader switches;
  private final Completion completion;
  private final ForEachReader forEach;
  private final TryReader attempts;

  StatementReader(MethodReading reading) {
    this.reading = reading;
    this.facts = reading.facts();
    this.expressions = new ExpressionReader(reading, this::choose);
    this.switches = new SwitchReader(reading, expressions, this::sequence);
    this.completion = new Completion(facts);
    this.forEach = new ForEachReader(reading);
    this.attempts = new TryReader(reading, expressions, completion, block -> read(block, null));
  }

  private Expression choose(SwitchExpressionTree tree) {
    return switches.read(tree);
  }

  /** Returns the suspension points, in the order of their index. */
  SiteReader sites() {
    return expressions.sites();
  }

  /** Reads a block. */
  Statement.Sequence read(BlockTree block) {
    return sequence(block.getStatements());
  }

  private Statement.Sequence sequence(List<? extends StatementTree> trees) {
    List<Statement> statements = new ArrayList<>();
    for (StatementTree tree : trees) {
      statements.add(read(tree, null));
    }
    return new Statement.Sequence(statements);
  }

  private Statement read(StatementTree tree, @Nullable String label) {
    return Fault.guard(construct(tree), () -> facts.place(tree), () -> statement(tree, label));
  }

  private static String construct(StatementTree tree) {
    return "a statement of kind "
        + tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private Statement statement(StatementTree tree, @Nullable String label) {
    if (tree instanceof VariableTree variable) {
      return declare(variable);
    }
    if (tree instanceof ClassTree type) {
      if (facts.element(type) instanceof TypeElement element && LocalTypes.canMove(element)) {
        reading.localTypes().move(type, element, reading);
      } else {
        reading.report(Problem.ES041, type, type.getSimpleName());
      }
      return new Statement.Sequence(List.of());
    }
    if (tree instanceof BlockTree block
        && (facts.suspends(block)
            || block.getStatements().stream().noneMatch(ClassTree.class::isInstance))) {
      return read(block);
    }
    if (tree instanceof BreakTree jump) {
      return new Statement.Jump(
          reading.scope().breakTarget(Objects.toString(jump.getLabel(), null)));
    }
    if (tree instanceof ContinueTree jump) {
      return new Statement.Jump(
          reading.scope().continueTarget(Objects.toString(jump.getLabel(), null)));
    }
    if (tree instanceof YieldTree yielded) {
      Scope.Result result = reading.scope().yieldTarget();
      return new Statement.Yield(
          result.value(), expressions.read(yielded.getValue()), result.leave(), facts.line(tree));
    }
    if (!facts.suspends(tree) && !Large.is(tree, facts)) {
      return plain(tree);
    }
    if (tree instanceof ExpressionStatementTree statement) {
      return evaluate(statement.getExpression(), facts.line(tree));
    }
    if (tree instanceof IfTree choice) {
      Expression condition = expressions.read(Facts.strip(choice.getCondition()));
      Statement yes = read(choice.getThenStatement(), null);
      Statement no =
          choice.getElseStatement() == null ? null : read(choice.getElseStatement(), null);
      return new Statement.If(condition, yes, no, facts.line(tree));
    }
    if (tree instanceof WhileLoopTree loop) {
      return loop(loop.getCondition(), true, loop.getStatement(), List.of(), loop, label);
    }
    if (tree instanceof DoWhileLoopTree loop) {
      return loop(loop.getCondition(), false, loop.getStatement(), List.of(), loop, label);
    }
    if (tree instanceof ForLoopTree loop) {
      List<Statement> all = new ArrayList<>(sequence(loop.getInitializer()).statements());
      all.add(loop(loop.getCondition(), true, loop.getStatement(), loop.getUpdate(), loop, label));
      return new Statement.Sequence(all);
    }
    if (tree instanceof EnhancedForLoopTree loop) {
      return forEach(loop, label);
    }
    if (tree instanceof LabeledStatementTree labeled) {
      return labeled(labeled);
    }
    if (tree instanceof SwitchTree choice) {
      return switches.read(choice);
    }
    if (tree instanceof TryTree attempt) {
      return attempts.read(attempt);
    }
    if (tree instanceof ReturnTree returned) {
      boolean cast = reading.returnsOtherThan(returned.getExpression());
      return new Statement.Return(
          expressions.readAlone(returned.getExpression()),
          cast ? reading.converted() : null,
          facts.line(tree));
    }
    if (tree instanceof ThrowTree thrown) {
      return new Statement.Throw(expressions.read(thrown.getExpression()), facts.line(tree));
    }
    if (tree instanceof AssertTree assertion) {
      return assertion(assertion);
    }
    return refuse(tree);
  }

  /** Reads an assertion as the choice that javac makes of it (JLS 14.10). */
  private Statement assertion(AssertTree tree) {
    Place place = facts.place(tree);
    TypeMirror bool = reading.types().getPrimitiveType(TypeKind.BOOLEAN);
    Expression enabled =
        new Expression.Plain(
            Code.of(
                new Piece.TypeName(reading.types().erasure(reading.workflow().asType())),
                new Piece.Text(".class.desiredAssertionStatus()")),
            bool,
            false,
            place);
    Expression fails = new Expression.Not(expressions.read(tree.getCondition()), bool);
    TypeMirror error = reading.typeNamed("java.lang.AssertionError");
    Code made = Code.of(new Piece.Text("new "), new Piece.TypeName(error), new Piece.Text("("));
    List<Expression> detail =
        tree.getDetail() == null ? List.of() : List.of(expressions.read(tree.getDetail()));
    Code code = detail.isEmpty() ? made : made.then(Code.of(new Piece.Hole(0)));
    return new Statement.If(
        new Expression.Logical(true, enabled, fails, bool),
        new Statement.Throw(
            new Expression.Template(code.then(")"), detail, error, place), place.line()),
        null,
        place.line());
  }

  private Statement refuse(StatementTree tree) {
    return switch (tree.getKind()) {
      case SYNCHRONIZED ->
          refuse(
              tree,
              "a synchronized block",
              "The monitor would not be held when the run resumes. Move the step out of it.");
      default ->
          refuse(
              tree,
              tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              "Move the step out of it.");
    };
  }

  private Statement refuse(StatementTree tree, String what, String remedy) {
    reading.report(Problem.ES040, tree, what, remedy);
    return new Statement.Sequence(List.of());
  }

  private Statement plain(StatementTree tree) {
    Variable assigned =
        tree instanceof ExpressionStatementTree statement ? assigned(statement) : null;
    Code code = reading.splice(tree);
    if (tree instanceof ExpressionStatementTree && !endsWithSemicolon(code)) {
      code = code.then(";"); // the update of a for loop has none
    }
    return new Statement.Plain(code, assigned, completion.completes(tree), facts.line(tree));
  }

  private static boolean endsWithSemicolon(Code code) {
    return code.pieces().get(code.pieces().size() - 1) instanceof Piece.Text text
        && text.text().endsWith(";");
  }

  private @Nullable Variable assigned(ExpressionStatementTree tree) {
    return tree.getExpression() instanceof AssignmentTree assignment
        ? reading.scope().variable(facts.named(assignment.getVariable()))
        : null;
  }

  private Statement declare(VariableTree tree) {
    Element element = reading.element(tree);
    ExpressionTree initializer = tree.getInitializer();
    if (element instanceof VariableElement constant && constant.getConstantValue() != null) {
      return new Statement.Sequence(List.of());
    }
    Variable variable = reading.declare(Variable.Kind.LOCAL, tree, element);
    Expression value = initializer == null ? null : expressions.read(initializer);
    return new Statement.Declare(variable, value, facts.line(tree));
  }

  private Statement evaluate(ExpressionTree tree, int line) {
    if (tree instanceof AssignmentTree assignment) {
      Variable variable = reading.scope().variable(facts.named(assignment.getVariable()));
      if (variable != null) {
        return new Statement.Assign(variable, expressions.read(assignment.getExpression()), line);
      }
    }
    return new Statement.Evaluate(expressions.read(tree), line);
  }

  private Statement loop(
      @Nullable ExpressionTree condition,
      boolean testsFirst,
      StatementTree body,
      List<? extends StatementTree> updates,
      Tree tree,
      @Nullable String label) {
    Label leave = new Label("leave" + facts.line(tree));
    Label again = new Label("again" + facts.line(tree));
    boolean forever = condition == null || Boolean.TRUE.equals(Constants.value(condition, facts));
    // The condition comes first for the sake of its bindings, which the body may use.
    Expression test = forever ? null : expressions.read(Facts.strip(condition));
    reading.scope().enterLoop(label, leave, again);
    Statement inner = read(body, null);
    reading.scope().exit();
    Statement.Sequence update = sequence(updates);
    return new Statement.Loop(
        leave, again, test, testsFirst, inner, update.statements(), facts.line(tree));
  }

  private Statement forEach(EnhancedForLoopTree loop, @Nullable String label) {
    Label leave = new Label("leave" + facts.line(loop));
    Label again = new Label("again" + facts.line(loop));
    Expression over = expressions.read(loop.getExpression());
    VariableTree tree = loop.getVariable();
    Variable element = reading.declare(Variable.Kind.LOCAL, tree, reading.element(tree));
    reading.scope().enterLoop(label, leave, again);
    Statement body = read(loop.getStatement(), null);
    reading.scope().exit();
    return forEach.read(loop, over, element, leave, again, body);
  }

  private Statement labeled(LabeledStatementTree tree) {
    String name = tree.getLabel().toString();
    if (tree.getStatement() instanceof WhileLoopTree
        || tree.getStatement() instanceof DoWhileLoopTree
        || tree.getStatement() instanceof ForLoopTree
        || tree.getStatement() instanceof EnhancedForLoopTree) {
      return read(tree.getStatement(), name);
    }
    Label leave = new Label(name);
    reading.scope().enterLabeled(name, leave);
    Statement body = read(tree.getStatement(), null);
    reading.scope().exit();
    return new Statement.Labeled(leave, body);
  }
}
