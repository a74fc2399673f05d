package dev.everstep.processor.corpus;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Takes the methods of a file as workflows. A copy of a method is a public instance method with a
 * context before its parameters, and stands in the same class, so that its body means the same.
 */
final class Taking {
  private final JavacTask task;
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final String source;
  private final int file;
  private final List<Taken> all = new ArrayList<>();
  private int generic;

  private Taking(JavacTask task, CompilationUnitTree unit, String source, int file) {
    this.task = task;
    this.trees = Trees.instance(task);
    this.unit = unit;
    this.source = source;
    this.file = file;
  }

  /**
   * What was taken of a file, and how many methods were not since they or their class are generic.
   */
  record Result(List<Taken> taken, int generic) {}

  /** Takes the methods of an attributed file. */
  static Result of(JavacTask task, CompilationUnitTree unit, String source, int file) {
    Taking taking = new Taking(task, unit, source, file);
    taking.new Classes().scan(unit, null);
    return new Result(taking.all, taking.generic);
  }

  /**
   * Returns a file without the word {@code private}: what is private is refused at its first use
   * ({@code ES080}), and a body would be compiled no further. In interfaces it stays.
   */
  static String opened(CompilationUnitTree unit, SourcePositions positions, String source) {
    TreeSet<Integer> words = new TreeSet<>();
    new TreeScanner<@Nullable Void, Boolean>() {
      @Override
      public @Nullable Void visitClass(ClassTree tree, Boolean inInterface) {
        return super.visitClass(tree, tree.getKind() == Tree.Kind.INTERFACE);
      }

      @Override
      public @Nullable Void visitModifiers(ModifiersTree tree, Boolean inInterface) {
        if (tree.getFlags().contains(Modifier.PRIVATE) && !inInterface) {
          int end = (int) positions.getEndPosition(unit, tree);
          words.add(source.lastIndexOf("private", end));
        }
        return super.visitModifiers(tree, inInterface);
      }
    }.scan(unit, false);
    StringBuilder out = new StringBuilder(source);
    words.descendingSet().forEach(at -> out.replace(at, at + "private".length(), "       "));
    return out.toString();
  }

  private final class Classes extends TreePathScanner<@Nullable Void, @Nullable Void> {
    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
      TreePath path = getCurrentPath();
      if (method.getBody() != null
          && method.getReturnType() != null
          && trees.getElement(path.getParentPath()) instanceof TypeElement owner
          && trees.getElement(path) instanceof ExecutableElement element) {
        if (!method.getTypeParameters().isEmpty() || isGenericOrInner(owner)) {
          generic++;
        } else {
          take(path, method, element, owner);
        }
      }
      return null; // Classes in bodies have no name that a machine could use.
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, @Nullable Void none) {
      return null;
    }
  }

  private static boolean isGenericOrInner(TypeElement type) {
    return !type.getTypeParameters().isEmpty()
        || type.getNestingKind() == NestingKind.MEMBER
            && (!type.getModifiers().contains(Modifier.STATIC)
                || isInner((TypeElement) type.getEnclosingElement()));
  }

  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && (!type.getModifiers().contains(Modifier.STATIC)
            || isInner((TypeElement) type.getEnclosingElement()));
  }

  private void take(
      TreePath path, MethodTree method, ExecutableElement element, TypeElement owner) {
    String body = source.substring(start(method.getBody()), end(method.getBody()));
    String name = method.getName() + "$" + file + "_" + all.size();
    add(path, method, element, owner, Taken.Mode.VERBATIM, name, "", body, 0, 0);
    Forcing forcing =
        new Forcing(
            source,
            path,
            trees,
            task.getElements(),
            task.getTypes(),
            owner.getSimpleName().toString(),
            name + "c");
    String edited = forcing.edit(new TreePath(path, method.getBody()));
    if (forcing.forced() > 0) {
      add(
          path,
          method,
          element,
          owner,
          Taken.Mode.FORCED,
          name + "f",
          forcing.functions(),
          edited,
          forcing.forced(),
          forcing.kept());
    }
  }

  private void add(
      TreePath path,
      MethodTree method,
      ExecutableElement element,
      TypeElement owner,
      Taken.Mode mode,
      String name,
      String functions,
      String body,
      int forced,
      int kept) {
    boolean inInterface = owner.getKind().isInterface();
    String parameters =
        method.getParameters().isEmpty()
            ? ""
            : ", "
                + source.substring(
                    start(method.getParameters().get(0)),
                    end(method.getParameters().get(method.getParameters().size() - 1)));
    String text =
        "\n%s  public %s%s %s(dev.everstep.WorkflowContext %s%s)%s %s\n"
            .formatted(
                functions,
                inInterface ? "default " : "",
                source.substring(start(method.getReturnType()), end(method.getReturnType())),
                name,
                Forcing.CONTEXT,
                parameters,
                thrown(method),
                body);
    all.add(
        new Taken(
            file,
            owner.getQualifiedName().toString(),
            name,
            mode,
            method.getName().toString(),
            element.getModifiers().contains(Modifier.STATIC),
            element.getParameters().stream()
                .map(one -> task.getTypes().erasure(one.asType()).toString())
                .toList(),
            end(path.getParentPath().getLeaf()) - 1,
            functions,
            text,
            forced,
            kept));
  }

  private String thrown(MethodTree method) {
    return method.getThrows().isEmpty()
        ? ""
        : method.getThrows().stream()
            .map((ExpressionTree one) -> source.substring(start(one), end(one)))
            .collect(Collectors.joining(", ", " throws ", ""));
  }

  private int start(Tree tree) {
    return (int) trees.getSourcePositions().getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) trees.getSourcePositions().getEndPosition(unit, tree);
  }
}
