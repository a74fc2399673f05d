package dev.everstep.processor.read;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.model.DurableMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What javac knows of a method: elements, types, positions, and where it suspends. */
final class Facts {
  static final String CONTEXT = "dev.everstep.WorkflowContext";
  private static final Set<String> SUSPENDING = Set.of("step", "sleep", "sleepUntil");
  private static final Set<String> CONTEXT_TYPES = Set.of(CONTEXT, "dev.everstep.StepCalls");

  private final AttributedWorkflow from;
  private final Map<Tree, Element> elements = new IdentityHashMap<>();
  private final Map<Tree, TypeMirror> types = new IdentityHashMap<>();
  private final Set<Tree> suspending = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<MethodInvocationTree> calls = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<TypeElement, List<DurableMethod>> durable = new HashMap<>();

  Facts(AttributedWorkflow from, MethodTree method) {
    this.from = from;
    new Scan().scan(from.trees().getPath(from.unit(), method), null);
    calls.sort(Comparator.comparingInt(this::end));
  }

  private final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void scan(Tree tree, @Nullable Void none) {
      if (tree == null) {
        return null;
      }
      TreePath path = getCurrentPath() == null ? null : new TreePath(getCurrentPath(), tree);
      if (path != null) {
        Element element = from.trees().getElement(path);
        if (element != null) {
          elements.put(tree, element);
        }
        TypeMirror type = from.trees().getTypeMirror(path);
        if (type != null) {
          types.put(tree, type);
        }
      }
      return super.scan(tree, none);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
      if (isSuspension(tree)) {
        calls.add(tree);
        for (Tree ancestor : getCurrentPath()) {
          suspending.add(ancestor);
        }
      }
      return super.visitMethodInvocation(tree, none);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
      names.add(tree.getName().toString());
      return super.visitVariable(tree, none);
    }

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void none) {
      names.add(tree.getLabel().toString());
      return super.visitLabeledStatement(tree, none);
    }
  }

  private boolean isSuspension(MethodInvocationTree call) {
    return durable(method(call)) != null
        || isContextCall(call)
            && SUSPENDING.contains(
                ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString());
  }

  /** Returns the durable method that code of this class may call so; null if it is none. */
  @Nullable DurableMethod durable(@Nullable Element element) {
    if (!(element instanceof ExecutableElement method)
        || DurableMethod.contexts(method) == 0
        || !(method.getEnclosingElement() instanceof TypeElement owner)
        || !owner.equals(from.element())
            && !(method.getModifiers().contains(Modifier.STATIC)
                && DurableMethod.isDurable(owner))) {
      return null;
    }
    return durable.computeIfAbsent(owner, DurableMethod::of).stream()
        .filter(one -> one.element().equals(method))
        .findFirst()
        .orElse(null);
  }

  /** Returns the method that is called. */
  @Nullable Element method(MethodInvocationTree call) {
    Element known = elements.get(call);
    return known != null ? known : from.trees().getElement(from.trees().getPath(from.unit(), call));
  }

  /** Returns whether a method of the context is called, on whatever expression. */
  boolean isContextCall(MethodInvocationTree call) {
    Element method = method(call);
    return call.getMethodSelect() instanceof MemberSelectTree
        && method != null
        && method.getEnclosingElement() instanceof TypeElement owner
        && CONTEXT_TYPES.contains(owner.getQualifiedName().toString());
  }

  /** Returns whether the code of a tree holds a suspension point. */
  boolean suspends(@Nullable Tree tree) {
    return tree != null && suspending.contains(tree);
  }

  /** Returns the suspending calls, in order. */
  List<MethodInvocationTree> calls() {
    return calls;
  }

  /** Returns the names of all variables and labels of the method. */
  Set<String> names() {
    return names;
  }

  @Nullable Element element(Tree tree) {
    return elements.get(tree);
  }

  TypeMirror type(Tree tree) {
    TypeMirror type = types.get(tree);
    if (type == null) {
      throw new IllegalStateException("no type for " + tree.getKind() + ": " + tree);
    }
    return type;
  }

  int start(Tree tree) {
    return (int) from.trees().getSourcePositions().getStartPosition(from.unit(), tree);
  }

  int end(Tree tree) {
    return (int) from.trees().getSourcePositions().getEndPosition(from.unit(), tree);
  }

  Place place(Tree tree) {
    int start = Math.max(start(tree), 0);
    return new Place(start, (int) from.unit().getLineMap().getLineNumber(start));
  }

  /** Returns the place of a declared name: its last occurrence before the initialiser. */
  Place namePlace(VariableTree tree) {
    int end = tree.getInitializer() == null ? end(tree) : start(tree.getInitializer());
    int at = from.source().lastIndexOf(tree.getName().toString(), Math.max(end - 1, 0));
    if (at < start(tree)) {
      return place(tree);
    }
    return new Place(at, (int) from.unit().getLineMap().getLineNumber(at));
  }

  int line(Tree tree) {
    return place(tree).line();
  }

  /** Returns the line of a position, from 1. */
  int lineAt(int position) {
    return (int) from.unit().getLineMap().getLineNumber(position);
  }

  int column(Tree tree) {
    return (int) from.unit().getLineMap().getColumnNumber(Math.max(start(tree), 0));
  }

  /** Returns how often each variable is assigned inside a tree. */
  Map<Element, Integer> assignments(Tree root) {
    Map<Element, Integer> count = new HashMap<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void none) {
        add(tree.getVariable());
        return super.visitAssignment(tree, none);
      }

      @Override
      public @Nullable Void visitCompoundAssignment(
          CompoundAssignmentTree tree, @Nullable Void none) {
        add(tree.getVariable());
        return super.visitCompoundAssignment(tree, none);
      }

      @Override
      public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void none) {
        if (isStep(tree.getKind())) {
          add(tree.getExpression());
        }
        return super.visitUnary(tree, none);
      }

      private void add(ExpressionTree target) {
        Element element = elements.get(strip(target));
        if (element != null) {
          count.merge(element, 1, Integer::sum);
        }
      }
    }.scan(root, null);
    return count;
  }

  /** Returns whether this is {@code ++} or {@code --}. */
  static boolean isStep(Tree.Kind kind) {
    return kind == Tree.Kind.PREFIX_INCREMENT
        || kind == Tree.Kind.PREFIX_DECREMENT
        || kind == Tree.Kind.POSTFIX_INCREMENT
        || kind == Tree.Kind.POSTFIX_DECREMENT;
  }

  /** Returns an expression without the parentheses around it. */
  static ExpressionTree strip(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }

  /** Returns the element of a name that stands alone, or null. */
  @Nullable Element named(ExpressionTree tree) {
    ExpressionTree inner = strip(tree);
    return inner instanceof IdentifierTree ? elements.get(inner) : null;
  }
}
