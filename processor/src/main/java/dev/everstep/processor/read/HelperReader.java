package dev.everstep.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Reads calls of durable methods: whom they call with what, and what its type parameters are. */
final class HelperReader {
  private final MethodReading reading;
  private final Facts facts;

  HelperReader(MethodReading reading) {
    this.reading = reading;
    this.facts = reading.facts();
  }

  /** Reads what a call waits for. */
  Site.Helper site(MethodInvocationTree call, DurableMethod callee) {
    receiver(call, callee);
    List<TypeMirror> parameters = parameters(call, callee);
    return new Site.Helper(
        callee.shown(reading.workflow()), callee, parameters, typeArguments(call, callee));
  }

  private void receiver(MethodInvocationTree call, DurableMethod callee) {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      ExpressionTree on = Facts.strip(select.getExpression());
      boolean fits =
          callee.isStatic() ? facts.element(on) instanceof TypeElement || isThis(on) : isThis(on);
      if (!fits) {
        reading.report(Problem.ES021, select.getExpression(), callee.name());
      }
    }
  }

  private boolean isThis(ExpressionTree tree) {
    return tree instanceof IdentifierTree name && name.getName().contentEquals("this")
        || tree instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("this")
            && reading.workflow().equals(facts.element(select.getExpression()));
  }

  private ExecutableType type(MethodInvocationTree call) {
    return (ExecutableType) facts.type(call.getMethodSelect());
  }

  /** Returns the types of the parameters in this call, without the context. */
  private List<TypeMirror> parameters(MethodInvocationTree call, DurableMethod callee) {
    List<TypeMirror> types = new ArrayList<>();
    type(call).getParameterTypes().forEach(type -> types.add(reading.denotable(type)));
    types.remove(callee.contextIndex());
    return types;
  }

  // Arguments

  /** Reads the values that a call passes, one for each parameter but the context. */
  List<Expression> arguments(
      MethodInvocationTree call, DurableMethod callee, Function<ExpressionTree, Expression> read) {
    List<ExpressionTree> passed = new ArrayList<>(call.getArguments());
    ExpressionTree context = passed.remove(callee.contextIndex());
    if (!reading.isContext(context)) {
      reading.report(Problem.ES020, context, callee.name());
    }
    List<TypeMirror> types = parameters(call, callee);
    int last = types.size() - 1;
    List<Expression> arguments = new ArrayList<>();
    boolean spreads = callee.element().isVarArgs() && !passesArray(passed, types);
    for (int i = 0; i < (spreads ? last : types.size()); i++) {
      arguments.add(converted(passed.get(i), types.get(i), read.apply(passed.get(i))));
    }
    if (spreads) {
      arguments.add(
          array(passed.subList(last, passed.size()), (ArrayType) types.get(last), call, read));
    }
    return arguments;
  }

  /** Returns whether the array of a variable parameter is passed as one (JLS 15.12.2). */
  private boolean passesArray(List<ExpressionTree> passed, List<TypeMirror> types) {
    if (passed.size() != types.size()) {
      return false;
    }
    TypeMirror given = facts.type(passed.get(passed.size() - 1));
    TypeMirror wanted = types.get(types.size() - 1);
    return given.getKind() == TypeKind.NULL
        || reading
            .types()
            .isAssignable(reading.types().erasure(given), reading.types().erasure(wanted));
  }

  private Expression array(
      List<ExpressionTree> elements,
      ArrayType type,
      Tree call,
      Function<ExpressionTree, Expression> read) {
    TypeMirror erased = reading.types().erasure(type);
    List<Expression> operands = new ArrayList<>();
    Code code = Code.of(new Piece.Text("new "), new Piece.TypeName(erased), new Piece.Text(" {"));
    for (ExpressionTree element : elements) {
      code =
          code.then(operands.isEmpty() ? "" : ", ").then(Code.of(new Piece.Hole(operands.size())));
      operands.add(converted(element, type.getComponentType(), read.apply(element)));
    }
    return new Expression.Template(code.then("}"), operands, erased, facts.place(call));
  }

  /**
   * Returns an argument in a place that wants any object: what depends on the parameter's type is
   * converted to it first (JLS 5.3).
   */
  private Expression converted(ExpressionTree tree, TypeMirror type, Expression argument) {
    Tree.Kind kind = Facts.strip(tree).getKind();
    boolean depends =
        type.getKind().isPrimitive()
            ? kind == Tree.Kind.CONDITIONAL_EXPRESSION
                || kind == Tree.Kind.SWITCH_EXPRESSION
                || facts.type(tree).getKind() != type.getKind()
            : holdsFunction(tree);
    if (!depends) {
      return argument;
    }
    if (argument instanceof Expression.Plain plain) {
      // Null fails where it is unboxed, before what stands behind it.
      boolean unboxes = type.getKind().isPrimitive() && !facts.type(tree).getKind().isPrimitive();
      return new Expression.Plain(
          as(type, plain.code()), type, plain.stable() && !unboxes, plain.place());
    }
    return new Expression.Template(
        as(type, Code.of(new Piece.Hole(0))), List.of(argument), type, argument.place());
  }

  // A cast says nothing to the arms of a conditional (JLS 15.25.3), a parameter does.
  private static Code as(TypeMirror type, Code value) {
    return type.getKind().isPrimitive() ? value.castTo(type) : Targets.typed(value, type);
  }

  /** Returns whether an expression is, or may give, a lambda or a method reference. */
  private static boolean holdsFunction(ExpressionTree tree) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree reference, Void none) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        return null;
      }
    }.scan(tree, null);
    return found[0];
  }

  // Type arguments

  private List<TypeMirror> typeArguments(MethodInvocationTree call, DurableMethod callee) {
    List<TypeMirror> arguments = new ArrayList<>();
    if (!call.getTypeArguments().isEmpty()) {
      call.getTypeArguments().forEach(tree -> arguments.add(reading.type(tree)));
      return arguments;
    }
    Map<Element, TypeMirror> found = new HashMap<>();
    ExecutableType actual = type(call);
    ExecutableType declared = (ExecutableType) callee.element().asType();
    match(declared.getParameterTypes(), actual.getParameterTypes(), found);
    match(declared.getReturnType(), actual.getReturnType(), found);
    match(declared.getThrownTypes(), actual.getThrownTypes(), found);
    for (TypeParameterElement parameter : callee.typeParameters()) {
      TypeMirror argument = found.get(parameter);
      arguments.add(
          argument == null ? reading.typeNamed("java.lang.Object") : reading.denotable(argument));
    }
    return arguments;
  }

  private void match(
      List<? extends TypeMirror> declared,
      List<? extends TypeMirror> actual,
      Map<Element, TypeMirror> found) {
    for (int i = 0; i < Math.min(declared.size(), actual.size()); i++) {
      match(declared.get(i), actual.get(i), found);
    }
  }

  /** Finds what stands in a type of the call in the places of the method's type parameters. */
  private void match(TypeMirror declared, TypeMirror actual, Map<Element, TypeMirror> found) {
    if (declared instanceof TypeVariable variable) {
      found.putIfAbsent(variable.asElement(), actual);
    } else if (declared instanceof ArrayType array && actual instanceof ArrayType other) {
      match(array.getComponentType(), other.getComponentType(), found);
    } else if (declared instanceof DeclaredType one && actual instanceof DeclaredType other) {
      match(one.getTypeArguments(), other.getTypeArguments(), found);
    } else if (declared instanceof WildcardType one && actual instanceof WildcardType other) {
      if (one.getExtendsBound() != null && other.getExtendsBound() != null) {
        match(one.getExtendsBound(), other.getExtendsBound(), found);
      }
      if (one.getSuperBound() != null && other.getSuperBound() != null) {
        match(one.getSuperBound(), other.getSuperBound(), found);
      }
    }
  }
}
