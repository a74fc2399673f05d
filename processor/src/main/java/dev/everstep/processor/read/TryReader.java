package dev.everstep.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Takes a {@code try} apart into its parts, as JLS 14.20.3 does: from the inside the body, a
 * resource around it for each that is opened, the last one innermost, then the catch clauses, then
 * the {@code finally} block.
 */
final class TryReader {
  private final MethodReading reading;
  private final Facts facts;
  private final ExpressionReader expressions;
  private final Completion completion;
  private final Function<BlockTree, Statement> blocks;

  TryReader(
      MethodReading reading,
      ExpressionReader expressions,
      Completion completion,
      Function<BlockTree, Statement> blocks) {
    this.reading = reading;
    this.facts = reading.facts();
    this.expressions = expressions;
    this.completion = completion;
    this.blocks = blocks;
  }

  Statement read(TryTree tree) {
    Statement attempt = resources(tree, 0);
    if (!tree.getCatches().isEmpty()) {
      attempt = new Statement.Try(attempt, catches(tree), facts.line(tree));
    }
    BlockTree last = tree.getFinallyBlock();
    if (last == null) {
      return attempt;
    }
    boolean bodyCompletes =
        completion.completes(tree.getBlock())
            || tree.getCatches().stream().anyMatch(one -> completion.completes(one.getBlock()));
    return new Statement.Finally(
        attempt,
        blocks.apply(last),
        temporary("exit", reading.types().getPrimitiveType(TypeKind.INT), last),
        temporary("failure", reading.typeNamed("java.lang.Throwable"), last),
        result(last),
        reading.scope().numbers(),
        bodyCompletes,
        completion.completes(last),
        facts.line(tree),
        facts.line(last));
  }

  private Statement resources(TryTree tree, int from) {
    if (from == tree.getResources().size()) {
      return blocks.apply(tree.getBlock());
    }
    Tree opened = tree.getResources().get(from);
    List<Statement> statements = new ArrayList<>();
    Variable resource = resource(opened, statements);
    statements.add(
        new Statement.Resource(
            resource,
            resources(tree, from + 1),
            result(opened),
            completion.completes(tree.getBlock()),
            facts.line(opened)));
    return new Statement.Sequence(statements);
  }

  /** Returns the variable that holds a resource; adds what declares it. */
  private Variable resource(Tree opened, List<Statement> to) {
    Variable resource;
    ExpressionTree from;
    if (opened instanceof VariableTree declared) {
      resource = reading.declare(Variable.Kind.LOCAL, declared, reading.element(declared));
      from = declared.getInitializer();
    } else {
      from = (ExpressionTree) opened;
      if (facts.named(from) instanceof VariableElement local) {
        Variable known = reading.scope().variable(local);
        if (known != null) {
          return known;
        }
      }
      resource = temporary("resource", reading.type(from), from);
    }
    Expression value = expressions.read(from);
    to.add(new Statement.Declare(resource, value, facts.line(opened)));
    return resource;
  }

  private @Nullable Variable result(Tree at) {
    return reading.result().getKind() == TypeKind.VOID
        ? null
        : temporary("result", reading.result(), at);
  }

  private Variable temporary(String name, TypeMirror type, Tree at) {
    return new Variable(Variable.Kind.TEMPORARY, name, type, facts.place(at));
  }

  private List<Statement.Catch> catches(TryTree tree) {
    List<Statement.Catch> catches = new ArrayList<>();
    for (CatchTree clause : tree.getCatches()) {
      VariableTree parameter = clause.getParameter();
      Variable variable =
          reading.declare(Variable.Kind.LOCAL, parameter, reading.element(parameter));
      catches.add(
          new Statement.Catch(
              variable, types(parameter), blocks.apply(clause.getBlock()), facts.line(clause)));
    }
    return catches;
  }

  private List<TypeMirror> types(VariableTree parameter) {
    List<TypeMirror> types = new ArrayList<>();
    if (parameter.getType() instanceof UnionTypeTree union) {
      union.getTypeAlternatives().forEach(one -> types.add(facts.type(one)));
    } else {
      types.add(facts.type(parameter.getType()));
    }
    return types;
  }
}
