package dev.everstep.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Switch;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Takes apart switch statements and expressions that hold a suspension point. */
final class SwitchReader {
  private final MethodReading reading;
  private final Facts facts;
  private final ExpressionReader expressions;
  private final Function<List<? extends StatementTree>, Statement> statements;

  SwitchReader(
      MethodReading reading,
      ExpressionReader expressions,
      Function<List<? extends StatementTree>, Statement> statements) {
    this.reading = reading;
    this.facts = reading.facts();
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Reads a switch statement. */
  Statement read(SwitchTree tree) {
    Label leave = new Label("leave" + facts.line(tree));
    Expression selector = expressions.read(Facts.strip(tree.getExpression()));
    reading.scope().enterSwitch(leave);
    List<Switch.Arm> arms = arms(tree.getCases(), null);
    reading.scope().exit();
    return new Statement.Select(new Switch(leave, selector, arms, isTotal(tree), facts.line(tree)));
  }

  /** Reads a switch expression. */
  Expression read(SwitchExpressionTree tree) {
    Label leave = new Label("leave" + facts.line(tree));
    Variable value =
        new Variable(Variable.Kind.TEMPORARY, "value", reading.type(tree), facts.place(tree));
    Expression selector = expressions.read(Facts.strip(tree.getExpression()));
    Scope.Result result = new Scope.Result(value, leave);
    reading.scope().enterSwitchExpression(result);
    List<Switch.Arm> arms = arms(tree.getCases(), result);
    reading.scope().exit();
    return new Expression.Select(
        new Switch(leave, selector, arms, true, facts.line(tree)), value, facts.place(tree));
  }

  private List<Switch.Arm> arms(List<? extends CaseTree> cases, Scope.@Nullable Result result) {
    List<Switch.Arm> arms = new ArrayList<>();
    for (CaseTree tree : cases) {
      CaseLabels labels = new CaseLabels(tree, facts);
      Code label =
          labels.isDefaultAlone() ? Code.text("default") : reading.spliceLabel(tree, labels);
      List<Variable> bindings = new ArrayList<>();
      for (VariableTree binding : labels.bindings()) {
        bindings.add(reading.declare(Variable.Kind.BINDING, binding, reading.element(binding)));
      }
      Expression guard = labels.guard() == null ? null : expressions.read(labels.guard());
      boolean rule = tree.getCaseKind() == CaseTree.CaseKind.RULE;
      Statement body = rule ? body(tree.getBody(), result) : statements.apply(tree.getStatements());
      arms.add(
          new Switch.Arm(
              label, bindings, guard, labels.isGuarded(), body, !rule, facts.line(tree)));
    }
    return arms;
  }

  private Statement body(Tree body, Scope.@Nullable Result result) {
    if (result != null && body instanceof ExpressionTree value) {
      return new Statement.Yield(
          result.value(), expressions.read(value), result.leave(), facts.line(body));
    }
    return statements.apply(List.of((StatementTree) body));
  }

  /**
   * Returns whether a statement has a default, or must cover all values: over a type that is
   * neither a number, a string nor an enum, or with patterns or {@code null}.
   */
  private boolean isTotal(SwitchTree tree) {
    for (CaseTree arm : tree.getCases()) {
      CaseLabels labels = new CaseLabels(arm, facts);
      if (labels.isDefault() || labels.wantsAll()) {
        return true;
      }
    }
    return facts.type(Facts.strip(tree.getExpression())) instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.INTERFACE;
  }
}
