package dev.everstep.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import java.util.HashSet;
import java.util.Set;
import javax.tools.Diagnostic;

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

  // The smallest tree that starts at the position, else the smallest around it.
  private Tree treeAt(int position) {
    SourcePositions positions = trees.getSourcePositions();
    var finder =
        new TreeScanner<Void, Void>() {
          private Tree best = unit;
          private boolean starts;

          @Override
          public Void scan(Tree tree, Void nothing) {
            if (tree != null) {
              long from = positions.getStartPosition(unit, tree);
              long to = positions.getEndPosition(unit, tree);
              if (from <= position && position < to && (!starts || from == position)) {
                best = tree;
                starts = from == position;
              }
            }
            return super.scan(tree, nothing);
          }
        };
    finder.scan(unit, null);
    return finder.best;
  }
}
