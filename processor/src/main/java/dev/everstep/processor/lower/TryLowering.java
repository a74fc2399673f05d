package dev.everstep.processor.lower;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Variable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lowers {@code finally} and resources. There is one copy of a {@code finally} block. Two variables
 * say how it goes on: the exception that it interrupted, and the number of the jump that it
 * interrupted. They are variables like any other, so they are stored if the block suspends.
 */
final class TryLowering {
  private final Builder to;
  private final Consumer<Statement> statements;

  TryLowering(Builder to, Consumer<Statement> statements) {
    this.to = to;
    this.statements = statements;
  }

  void last(Statement.Finally attempt) {
    to.line(attempt.line());
    Block handler = to.block();
    Block last = to.block();
    Block after = to.block();
    Exits.Region region = body(attempt.body(), attempt.result(), handler);
    boolean numbered = isNumbered(attempt, region);
    if (attempt.bodyCompletes()) {
      arrive(attempt, region, last, null);
    }
    to.line(attempt.finallyLine());
    to.enter(handler);
    if (attempt.completes()) {
      to.set(attempt.failure(), Code.of(new Piece.Thrown()), true);
      if (numbered) {
        to.set(attempt.exit(), null, true);
      }
      forget(attempt, region);
    }
    to.jump(last);
    for (Exits.Exit exit : region.exits()) {
      to.enter(exit.block());
      arrive(attempt, region, last, exit);
    }
    to.enter(last);
    statements.accept(attempt.last());
    if (attempt.completes()) {
      goOn(attempt, region, after);
    }
    to.enter(after);
  }

  /** Lowers what something must follow; goes on outside of it. */
  private Exits.Region body(Statement body, @Nullable Variable result, Block handler) {
    Block outer = to.handler();
    Exits.Region region = to.exits().enter(result);
    to.handler(handler);
    Block first = to.block();
    to.jump(first);
    to.enter(first);
    statements.accept(body);
    to.handler(outer);
    to.exits().leave();
    Block end = to.block();
    to.jump(end);
    to.enter(end);
    return region;
  }

  /** Returns whether the block does not know otherwise how to go on. */
  private static boolean isNumbered(Statement.Finally attempt, Exits.Region region) {
    int ways = region.exits().size() + (attempt.bodyCompletes() ? 1 : 0);
    return attempt.completes() && ways > 1;
  }

  /** Goes to the block without an exception; {@code exit} is null at the end of the body. */
  private void arrive(
      Statement.Finally attempt, Exits.Region region, Block last, Exits.@Nullable Exit exit) {
    if (attempt.completes()) {
      to.set(attempt.failure(), Code.text("null"), true);
    }
    if (isNumbered(attempt, region)) {
      int number = exit == null ? 0 : region.number(exit, attempt.numbers());
      to.set(attempt.exit(), Code.text("" + number), true);
    }
    if (!attempt.completes() || exit == null || !region.returns(exit)) {
      forget(attempt, region);
    }
    to.jump(last);
  }

  /** Says that no result waits here. */
  private void forget(Statement.Finally attempt, Exits.Region region) {
    if (attempt.result() != null && region.exits().stream().anyMatch(region::returns)) {
      to.set(attempt.result(), null, true);
    }
  }

  /** Goes on behind the block with what it interrupted. */
  private void goOn(Statement.Finally attempt, Exits.Region region, Block after) {
    List<Exits.Exit> exits = region.exits();
    Code failure = Code.of(new Piece.Read(attempt.failure()));
    Block fails = to.block();
    if (!attempt.bodyCompletes() && exits.isEmpty()) {
      to.jump(fails);
    } else {
      branch(failure.then(" != null"), fails);
    }
    for (int i = 0; i < exits.size(); i++) {
      boolean always = !attempt.bodyCompletes() && i == exits.size() - 1;
      if (always) {
        region.proceed(exits.get(i));
      } else {
        Block next = to.block();
        Block rest = to.block();
        Code exit = Code.of(new Piece.Read(attempt.exit()));
        int number = region.number(exits.get(i), attempt.numbers());
        to.end(new Terminator.Branch(exit.then(" == " + number), next, rest));
        to.enter(next);
        region.proceed(exits.get(i));
        to.enter(rest);
      }
    }
    if (attempt.bodyCompletes()) {
      to.jump(after);
    }
    to.enter(fails);
    to.run(Code.text("throw ").then(failure).then(";"));
    to.end(new Terminator.Never());
  }

  private void branch(Code condition, Block yes) {
    Block no = to.block();
    to.end(new Terminator.Branch(condition, yes, no));
    to.enter(no);
  }

  /** Lowers what a resource is open for. Closing does not suspend, so each way out has its own. */
  void resource(Statement.Resource attempt) {
    to.line(attempt.line());
    Block handler = to.block();
    Block after = to.block();
    Exits.Region region = body(attempt.body(), attempt.result(), handler);
    to.line(attempt.line());
    if (attempt.bodyCompletes()) {
      close(attempt, Code.text("null"));
      to.jump(after);
    }
    to.enter(handler);
    Code thrown = Code.of(new Piece.Thrown());
    close(attempt, thrown);
    to.run(Code.text("throw ").then(thrown).then(";"));
    to.end(new Terminator.Never());
    for (Exits.Exit exit : region.exits()) {
      to.enter(exit.block());
      close(attempt, Code.text("null"));
      region.proceed(exit);
    }
    to.enter(after);
  }

  private void close(Statement.Resource attempt, Code failure) {
    to.run(
        Code.text("close(")
            .then(Code.of(new Piece.Read(attempt.resource())))
            .then(", ")
            .then(failure)
            .then(");"));
  }
}
