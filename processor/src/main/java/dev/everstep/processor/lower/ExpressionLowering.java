package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;

/**
 * Spills expressions. Java evaluates operands from left to right (JLS 15.7); an operand in front of
 * the last one that suspends is therefore evaluated into a temporary, unless it has the same value
 * later. The code that remains is to be run at once, in the block that is then current.
 */
final class ExpressionLowering {
  private final Builder to;
  private final SwitchLowering switches;

  ExpressionLowering(Builder to, SwitchLowering switches) {
    this.to = to;
    this.switches = switches;
  }

  /** Lowers an expression; returns code for its value. */
  Code value(Expression expression) {
    if (expression instanceof Expression.Plain plain) {
      return plain.code();
    }
    if (expression instanceof Expression.Template template) {
      return template.code().fill(operands(template.operands()));
    }
    if (expression instanceof Expression.Suspension suspension) {
      List<Code> arguments = operands(suspension.arguments());
      to.suspend(suspension.site(), arguments);
      return Code.of(new Piece.Take(suspension.type()));
    }
    if (expression instanceof Expression.Select select) {
      Code selector = value(select.choice().selector());
      to.set(select.value(), null, true);
      switches.lower(select.choice(), selector);
      return Code.of(new Piece.Read(select.value()));
    }
    Variable value = temporary("value", expression);
    to.set(value, null, true);
    choose(expression, value);
    return Code.of(new Piece.Read(value));
  }

  /** Lowers an expression for its effect. */
  void effect(Expression expression) {
    if (expression instanceof Expression.Suspension suspension) {
      value(suspension);
      to.run(Code.text("take();"));
    } else {
      to.run(value(expression).then(";"));
    }
  }

  /** Goes to one of two blocks. */
  void branch(Expression condition, Block yes, Block no) {
    if (condition instanceof Expression.Logical logical) {
      Block right = to.block();
      if (logical.and()) {
        branch(logical.left(), right, no);
      } else {
        branch(logical.left(), yes, right);
      }
      to.enter(right);
      branch(logical.right(), yes, no);
    } else if (condition instanceof Expression.Not not) {
      branch(not.operand(), no, yes);
    } else {
      to.end(new Terminator.Branch(value(condition), yes, no));
    }
  }

  /** Gives a variable the value of a conditional or logical expression. */
  private void choose(Expression expression, Variable value) {
    Block yes = to.block();
    Block no = to.block();
    Block after = to.block();
    if (expression instanceof Expression.Conditional conditional) {
      branch(conditional.condition(), yes, no);
      arm(yes, value, conditional.yes(), after);
      arm(no, value, conditional.no(), after);
    } else {
      branch(expression, yes, no);
      to.enter(yes);
      to.set(value, Code.text("true"), false);
      to.jump(after);
      to.enter(no);
      to.set(value, Code.text("false"), false);
      to.jump(after);
    }
    to.enter(after);
  }

  private void arm(Block block, Variable value, Expression expression, Block after) {
    to.enter(block);
    to.set(value, value(expression), false);
    to.jump(after);
  }

  private List<Code> operands(List<Expression> operands) {
    int last = operands.size() - 1;
    while (last >= 0 && operands.get(last) instanceof Expression.Plain) {
      last--;
    }
    List<Code> codes = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Expression operand = operands.get(i);
      Code code =
          operand instanceof Expression.Plain plain ? plain.code().fill(codes) : value(operand);
      codes.add(i < last && !isStable(operand) ? spill(operand, code) : code);
    }
    return codes;
  }

  private static boolean isStable(Expression operand) {
    return operand instanceof Expression.Plain plain && plain.stable()
        || operand.type().getKind() == TypeKind.NULL;
  }

  private Code spill(Expression operand, Code code) {
    if (code.is(Piece.Read.class)
        && isKept(((Piece.Read) code.pieces().get(0)).variable(), operand)) {
      return code;
    }
    Variable kept = temporary("kept", operand);
    to.set(kept, code, true);
    return Code.of(new Piece.Read(kept));
  }

  /** Returns whether a variable is as good as a new one: a box is not if it is unboxed here. */
  private static boolean isKept(Variable variable, Expression operand) {
    return variable.kind() == Variable.Kind.TEMPORARY
        && variable.type().getKind().isPrimitive() == operand.type().getKind().isPrimitive();
  }

  private static Variable temporary(String name, Expression expression) {
    return new Variable(
        Variable.Kind.TEMPORARY,
        TemporaryNames.of(name, expression),
        expression.type(),
        expression.place());
  }
}
