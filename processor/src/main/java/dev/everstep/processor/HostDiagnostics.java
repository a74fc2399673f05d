package dev.everstep.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Shows problems of one workflow file in the host's compilation, at the host's tree that stands at
 * the same place. The same problem at the same place is shown once. Confined to the host's thread.
 */
final class HostDiagnostics implements Diagnostics {
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final Set<String> shown = new HashSet<>();

  HostDiagnostics(Trees trees, CompilationUnitTree unit) {
    this.trees = trees;
    this.unit = unit;
  }

  @Override
  public void report(Problem problem, Place place, Object... arguments) {
    String message = problem.message(arguments);
    if (shown.add(place.position() + " " + message)) {
      trees.printMessage(Diagnostic.Kind.ERROR, message, treeAt(place.position()), unit);
    }
  }

  @Override
  public boolean hasErrors() {
    return !shown.isEmpty();
  }

  private Tree treeAt(int position) {
    Search search = new Search(position, unit, trees.getSourcePositions());
    search.scan(unit, null);
    return search.found(unit);
  }

  /**
   * Finds the smallest tree that begins at an offset, else the declaration that has its name there.
   * Ends of trees are of no use: javac drops them unless something asked for them early.
   */
  private static final class Search extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final long position;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private @Nullable Tree begins;
    private @Nullable Tree declares;

    Search(long position, CompilationUnitTree unit, SourcePositions positions) {
      this.position = position;
      this.unit = unit;
      this.positions = positions;
    }

    Tree found(Tree otherwise) {
      if (begins != null) {
        return begins;
      }
      return declares != null ? declares : otherwise;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
      if (tree != null && positions.getStartPosition(unit, tree) == position) {
        begins = tree;
      }
      return super.scan(tree, none);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
      declaration(tree, tree.getName());
      return super.visitVariable(tree, none);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
      declaration(tree, tree.getName());
      return super.visitMethod(tree, none);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
      declaration(tree, tree.getSimpleName());
      return super.visitClass(tree, none);
    }

    /** The last one before the offset with the name that stands there is the nearest. */
    private void declaration(Tree tree, CharSequence name) {
      long start = positions.getStartPosition(unit, tree);
      if (start >= 0 && start <= position && isAtPosition(name)) {
        declares = tree;
      }
    }

    private boolean isAtPosition(CharSequence name) {
      try {
        String text = unit.getSourceFile().getCharContent(true).toString();
        return text.startsWith(name.toString(), (int) position);
      } catch (IOException e) {
        return false;
      }
    }
  }
}
