package dev.everstep.processor.lower;

import dev.everstep.processor.diagnostic.Fault;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers statements to blocks. */
public final class Lowering {
  private final Body body;
  private final Builder to;
  private final ExpressionLowering expressions;
  private final SwitchLowering switches;
  private final TryLowering attempts;

  private Lowering(Body body) {
    this.body = body;
    this.to = new Builder(body.place().line(), body.sites());
    this.switches = new SwitchLowering(to, this::statement, this::branch);
    this.expressions = new ExpressionLowering(to, switches);
    this.attempts = new TryLowering(to, this::statement);
  }

  /** Returns the blocks of a method. */
  public static Flow lower(Body body) {
    Lowering lowering = new Lowering(body);
    lowering.statement(body.statement());
    if (lowering.to.isReachable()) {
      lowering.to.exits().returns(Code.text("null"));
    }
    return Simplifier.simplify(lowering.to.blocks(), lowering.to.labels(), body.sites());
  }

  private void branch(Expression condition, Block yes, Block no) {
    expressions.branch(condition, yes, no);
  }

  private void statement(Statement statement) {
    if (to.isReachable()) {
      Fault.guard(
          "the lowering of a statement",
          () -> new Place(body.place().position(), to.line()),
          () -> {
            lower(statement);
            return null;
          });
    }
  }

  private void lower(Statement statement) {
    if (statement instanceof Statement.Plain plain) {
      to.line(plain.line());
      to.run(plain.code(), plain.assigns());
      if (!plain.completes()) {
        to.end(new Terminator.Never());
      }
    } else if (statement instanceof Statement.Declare declare) {
      to.line(declare.line());
      Code value = declare.value() == null ? null : expressions.value(declare.value());
      to.set(declare.variable(), value, true);
    } else if (statement instanceof Statement.Assign assign) {
      to.line(assign.line());
      to.set(assign.variable(), expressions.value(assign.value()), false);
    } else if (statement instanceof Statement.Evaluate evaluate) {
      to.line(evaluate.line());
      expressions.effect(evaluate.expression());
    } else if (statement instanceof Statement.Sequence sequence) {
      sequence.statements().forEach(this::statement);
    } else if (statement instanceof Statement.If choice) {
      choice(choice);
    } else if (statement instanceof Statement.Loop loop) {
      loop(loop);
    } else if (statement instanceof Statement.ForEach loop) {
      forEach(loop);
    } else if (statement instanceof Statement.Labeled labeled) {
      Block after = to.block();
      to.label(labeled.leave(), after);
      statement(labeled.body());
      to.jump(after);
      to.enter(after);
    } else if (statement instanceof Statement.Try attempt) {
      attempt(attempt);
    } else if (statement instanceof Statement.Finally attempt) {
      attempts.last(attempt);
    } else if (statement instanceof Statement.Resource attempt) {
      attempts.resource(attempt);
    } else if (statement instanceof Statement.Select select) {
      to.line(select.choice().line());
      switches.lower(select.choice(), expressions.value(select.choice().selector()));
    } else if (statement instanceof Statement.Yield yielded) {
      to.line(yielded.line());
      to.set(yielded.to(), expressions.value(yielded.value()), false);
      to.exits().jump(yielded.leave());
    } else if (statement instanceof Statement.Jump jump) {
      to.exits().jump(jump.to());
    } else if (statement instanceof Statement.Return returned) {
      to.line(returned.line());
      Code value = expressions.value(returned.value());
      to.exits().returns(returned.castTo() == null ? value : value.castTo(returned.castTo()));
    } else if (statement instanceof Statement.Throw thrown) {
      to.line(thrown.line());
      Code value = expressions.value(thrown.value());
      to.run(Code.text("throw ").then(value).then(";"));
      to.end(new Terminator.Never());
    } else {
      throw new AssertionError("unhandled: " + statement);
    }
  }

  private void choice(Statement.If choice) {
    to.line(choice.line());
    Block yes = to.block();
    Block no = to.block();
    Block after = choice.no() == null ? no : to.block();
    expressions.branch(choice.condition(), yes, no);
    to.enter(yes);
    statement(choice.yes());
    to.jump(after);
    if (choice.no() != null) {
      to.enter(no);
      statement(choice.no());
      to.jump(after);
    }
    to.enter(after);
  }

  private void loop(Statement.Loop loop) {
    to.line(loop.line());
    Block body = to.block();
    Block again = to.block();
    Block test = loop.update().isEmpty() ? again : to.block();
    Block after = to.block();
    to.label(loop.again(), again);
    to.label(loop.leave(), after);
    to.jump(loop.testsFirst() ? test : body);
    if (loop.testsFirst()) {
      test(loop.condition(), test, body, after);
    }
    to.enter(body);
    statement(loop.body());
    to.jump(again);
    if (!loop.update().isEmpty()) {
      to.enter(again);
      loop.update().forEach(this::statement);
      to.jump(test);
    }
    if (!loop.testsFirst()) {
      test(loop.condition(), test, body, after);
    }
    to.enter(after);
  }

  private void test(@Nullable Expression condition, Block test, Block body, Block after) {
    to.enter(test);
    if (condition == null) {
      to.jump(body);
    } else {
      expressions.branch(condition, body, after);
    }
  }

  private void forEach(Statement.ForEach loop) {
    to.line(loop.line());
    Code in = Code.of(new Piece.Read(loop.in()));
    Code at = Code.of(new Piece.Read(loop.at()));
    Code over = expressions.value(loop.over());
    if (loop.form() == Statement.ForEach.Form.COPY) {
      to.set(loop.in(), Code.text("elements(").then(over).then(")"), true);
    } else if (!isVariable(over, loop)) {
      to.set(loop.in(), over, true);
    }
    to.set(loop.at(), Code.text("0"), true);
    Block test = to.block();
    Block body = to.block();
    Block again = to.block();
    Block after = to.block();
    to.label(loop.again(), again);
    to.label(loop.leave(), after);
    to.jump(test);
    to.enter(test);
    boolean array = loop.form() == Statement.ForEach.Form.ARRAY;
    to.end(
        new Terminator.Branch(
            at.then(" < ").then(in).then(array ? ".length" : ".size()"), body, after));
    to.enter(body);
    Code element = array ? in.then("[").then(at).then("]") : in.then(".get(").then(at).then(")");
    to.set(loop.element(), element, true);
    statement(loop.body());
    to.jump(again);
    to.line(loop.line());
    to.enter(again);
    to.run(Code.of(new Piece.Update(loop.at())).then("++;"));
    to.jump(test);
    to.enter(after);
  }

  private static boolean isVariable(Code over, Statement.ForEach loop) {
    return over.is(Piece.Read.class) && ((Piece.Read) over.pieces().get(0)).variable() == loop.in();
  }

  /**
   * A {@code try} becomes a handler of its blocks: it compares what was thrown with the catch
   * clauses in order, and throws it again from a block under the outer handler if none fits.
   */
  private void attempt(Statement.Try attempt) {
    to.line(attempt.line());
    Block outer = to.handler();
    Block handler = to.block();
    Block after = to.block();
    to.handler(handler);
    Block body = to.block();
    to.jump(body);
    to.enter(body);
    statement(attempt.body());
    to.jump(after);
    to.handler(outer);

    List<Block> clauses = new ArrayList<>();
    to.enter(handler);
    for (Statement.Catch clause : attempt.catches()) {
      Block block = to.block();
      to.line(clause.line());
      Block next = to.block();
      to.end(new Terminator.Branch(fits(clause), block, next));
      to.enter(next);
      clauses.add(block);
    }
    to.run(Code.text("throw ").then(Code.of(new Piece.Thrown())).then(";"));
    to.end(new Terminator.Never());
    for (int i = 0; i < clauses.size(); i++) {
      Statement.Catch clause = attempt.catches().get(i);
      to.enter(clauses.get(i));
      to.line(clause.line());
      Code thrown = Code.of(new Piece.Thrown());
      Code caught =
          Code.of(
                  new Piece.Text("("),
                  new Piece.TypeName(clause.parameter().type()),
                  new Piece.Text(") "))
              .then(thrown);
      to.set(clause.parameter(), caught, true);
      statement(clause.body());
      to.jump(after);
    }
    to.enter(after);
  }

  private static Code fits(Statement.Catch clause) {
    Code test = new Code(List.of());
    for (int i = 0; i < clause.types().size(); i++) {
      test =
          test.then(i == 0 ? "" : " || ")
              .then(
                  Code.of(
                      new Piece.Thrown(),
                      new Piece.Text(" instanceof "),
                      new Piece.TypeName(clause.types().get(i))));
    }
    return test;
  }
}
