package dev.everstep.processor.corpus;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Turns the calls of a body into steps: {@code a.b(c)} becomes {@code ctx.step(Owner::f, a, c)}
 * with a function {@code f} in the same class that makes the call. Calls in calls are steps in
 * steps, so nearly every value of a body ends up on both sides of a suspension point.
 *
 * <p>Left as they are: calls in lambdas, in classes of the body, under {@code synchronized} and
 * {@code assert}; calls of {@code super}; calls with more than six operands, with a lambda or
 * method reference among them, with a type that has no name, or with several kinds of checked
 * exceptions.
 */
final class Forcing {
  static final String CONTEXT = "ctx$";
  private static final int OPERANDS_MAX = 6;

  private final String source;
  private final TreePath unit;
  private final Trees trees;
  private final Elements elements;
  private final Types types;
  private final String owner;
  private final String prefix;
  private final StringBuilder functions = new StringBuilder();
  private int forced;
  private int kept;

  /**
   * Creates an editor of one method.
   *
   * @param owner the simple name of the class that the functions are written into
   * @param prefix of their names
   */
  Forcing(
      String source,
      TreePath method,
      Trees trees,
      Elements elements,
      Types types,
      String owner,
      String prefix) {
    this.source = source;
    this.unit = method;
    this.trees = trees;
    this.elements = elements;
    this.types = types;
    this.owner = owner;
    this.prefix = prefix;
  }

  /** Returns the functions that the steps call. */
  String functions() {
    return functions.toString();
  }

  /** Returns how many calls became steps. */
  int forced() {
    return forced;
  }

  /** Returns how many did not. */
  int kept() {
    return kept;
  }

  /** Returns the text of a tree with its calls as steps. */
  String edit(TreePath path) {
    List<TreePath> calls = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    new Outermost(calls, texts).scan(path, null);
    StringBuilder out = new StringBuilder();
    int from = start(path.getLeaf());
    for (int i = 0; i < calls.size(); i++) {
      out.append(source, from, start(calls.get(i).getLeaf())).append(texts.get(i));
      from = end(calls.get(i).getLeaf());
    }
    return out.append(source, from, end(path.getLeaf())).toString();
  }

  /** Finds the calls that have no other call around them. */
  private final class Outermost extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final List<TreePath> calls;
    private final List<String> texts;

    Outermost(List<TreePath> calls, List<String> texts) {
      this.calls = calls;
      this.texts = texts;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
      Optional<String> step = step(getCurrentPath(), call);
      if (step.isEmpty()) {
        kept++;
        return super.visitMethodInvocation(call, none);
      }
      calls.add(getCurrentPath());
      texts.add(step.get());
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
      return skip(tree);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
      return skip(tree);
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void none) {
      return skip(tree);
    }

    @Override
    public @Nullable Void visitAssert(AssertTree tree, @Nullable Void none) {
      return skip(tree);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void none) {
      return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
      return tree.getClassBody() != null ? skip(tree) : super.visitNewClass(tree, none);
    }

    private @Nullable Void skip(Tree tree) {
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitMethodInvocation(
            MethodInvocationTree call, @Nullable Void none) {
          kept++;
          return super.visitMethodInvocation(call, none);
        }
      }.scan(tree, null);
      return null;
    }
  }

  private Optional<String> step(TreePath path, MethodInvocationTree call) {
    if (!(trees.getElement(path) instanceof ExecutableElement method)
        || !(trees.getTypeMirror(new TreePath(path, call.getMethodSelect()))
            instanceof ExecutableType type)
        || method.getEnclosingElement().toString().startsWith("java.lang.invoke.")) {
      return Optional.empty();
    }
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    ExpressionTree receiver = receiver(call);
    TreePath select = new TreePath(path, call.getMethodSelect());
    boolean isName =
        receiver != null && trees.getElement(new TreePath(select, receiver)) instanceof TypeElement;
    if (receiver != null && receiver.toString().endsWith("super")
        || isStatic && receiver != null && !isName) {
      return Optional.empty();
    }

    if (call.getArguments().stream().anyMatch(Forcing::isFunction)) {
      return Optional.empty();
    }

    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    if (!isStatic) {
      TypeMirror of =
          receiver == null
              ? trees.getElement(unit.getParentPath()).asType()
              : trees.getTypeMirror(new TreePath(select, receiver));
      Optional<String> text = Written.type(of);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      parameters.add(text.get());
    }
    for (int i = 0; i < call.getArguments().size(); i++) {
      Optional<String> text = Written.type(formal(method, type, call, path, i));
      if (text.isEmpty()) {
        return Optional.empty();
      }
      parameters.add(text.get());
    }
    Optional<String> result = Written.type(trees.getTypeMirror(path));
    Optional<String> thrown = thrown(type);
    if (parameters.size() > OPERANDS_MAX || result.isEmpty() || thrown.isEmpty()) {
      return Optional.empty();
    }

    // From here on it is certain that the call is a step; only now may the operands be edited.
    if (!isStatic) {
      arguments.add(receiver == null ? "this" : edit(new TreePath(select, receiver)));
    }
    for (int i = 0; i < call.getArguments().size(); i++) {
      TreePath argument = new TreePath(path, call.getArguments().get(i));
      String text = edit(argument);
      TypeMirror formal = formal(method, type, call, path, i);
      arguments.add(
          wants(formal, trees.getTypeMirror(argument)) ? "(" + formal + ") (" + text + ")" : text);
    }
    String name = prefix + ++forced;
    function(name, call, receiver, isStatic, parameters, result.get(), thrown.get());
    arguments.add(0, owner + "::" + name);
    String step = CONTEXT + ".step(" + String.join(", ", arguments) + ")";
    return Optional.of(isCast(path) ? "((" + result.get() + ") " + step + ")" : step);
  }

  private static boolean isFunction(ExpressionTree tree) {
    return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
  }

  private static @Nullable ExpressionTree receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getExpression()
        : null;
  }

  /** Returns the type of the parameter that an argument is for. */
  private TypeMirror formal(
      ExecutableElement method,
      ExecutableType type,
      MethodInvocationTree call,
      TreePath path,
      int i) {
    List<? extends TypeMirror> formals = type.getParameterTypes();
    int last = formals.size() - 1;
    if (!method.isVarArgs() || i < last) {
      return formals.get(i);
    }
    TypeMirror actual = trees.getTypeMirror(new TreePath(path, call.getArguments().get(i)));
    boolean asArray =
        call.getArguments().size() == formals.size()
            && actual != null
            && (actual.getKind() == TypeKind.NULL
                || actual.getKind() == TypeKind.ARRAY
                    && types.isAssignable(types.erasure(actual), types.erasure(formals.get(last))));
    return asArray ? formals.get(last) : ((ArrayType) formals.get(last)).getComponentType();
  }

  /** The operand's type would be inferred from the argument, and contradict the function's. */
  private boolean wants(TypeMirror formal, @Nullable TypeMirror actual) {
    return formal.getKind().isPrimitive()
        && actual != null
        && !types.isSameType(formal, actual)
        && !types.isSameType(types.boxedClass((PrimitiveType) formal).asType(), actual);
  }

  /** Returns a throws clause; empty if a step cannot have it. */
  private Optional<String> thrown(ExecutableType type) {
    List<TypeMirror> checked = new ArrayList<>();
    for (TypeMirror one : type.getThrownTypes()) {
      if (!isSubtype(one, "java.lang.RuntimeException") && !isSubtype(one, "java.lang.Error")) {
        checked.add(one);
      }
    }
    checked.removeIf(
        one -> checked.stream().anyMatch(other -> other != one && types.isSubtype(one, other)));
    if (checked.isEmpty()) {
      return Optional.of("");
    }
    return checked.size() == 1 && isSubtype(checked.get(0), "java.lang.Exception")
        ? Written.type(checked.get(0)).map(text -> " throws " + text)
        : Optional.empty();
  }

  private boolean isSubtype(TypeMirror type, String of) {
    return type instanceof DeclaredType
        && types.isSubtype(type, elements.getTypeElement(of).asType());
  }

  private void function(
      String name,
      MethodInvocationTree call,
      @Nullable ExpressionTree receiver,
      boolean isStatic,
      List<String> parameters,
      String result,
      String thrown) {
    List<String> declared = new ArrayList<>();
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      declared.add(parameters.get(i) + " a" + i);
      passed.add("a" + i);
    }
    String target;
    if (isStatic) {
      target = source.substring(start(call.getMethodSelect()), end(call.getMethodSelect()));
    } else {
      String method =
          receiver == null
              ? call.getMethodSelect().toString()
              : ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
      target = passed.remove(0) + "." + method;
    }
    functions.append("  @dev.everstep.annotations.Function public static ");
    functions.append(result).append(' ').append(name);
    functions.append('(').append(String.join(", ", declared)).append(')').append(thrown);
    functions.append(" { ").append(result.equals("void") ? "" : "return ");
    functions.append(target).append('(').append(String.join(", ", passed)).append("); }\n");
  }

  /** A boxed result, or one that is inferred anew, could choose another overload around it. */
  private boolean isCast(TreePath path) {
    TypeMirror type = trees.getTypeMirror(path);
    Tree around = path.getParentPath().getLeaf();
    if (around instanceof ExpressionStatementTree || type.getKind() == TypeKind.VOID) {
      return false;
    }
    if (type.getKind().isPrimitive()) {
      return !(around instanceof VariableTree) && !(around instanceof ReturnTree);
    }
    return around instanceof MethodInvocationTree
        || around instanceof NewClassTree
        || around instanceof ConditionalExpressionTree;
  }

  private int start(Tree tree) {
    return (int) trees.getSourcePositions().getStartPosition(unit.getCompilationUnit(), tree);
  }

  private int end(Tree tree) {
    return (int) trees.getSourcePositions().getEndPosition(unit.getCompilationUnit(), tree);
  }
}
