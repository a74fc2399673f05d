package dev.everstep.processor.differential.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes a failing program small: takes statements out, puts what is in a statement into its place,
 * puts a simple value or a part of a value into its place, while the program still fails. Most such
 * programs are not valid Java; they do not count.
 */
public final class Shrinker {
  /** Programs that are tried at once, since to start javac takes longer than to compile one. */
  private static final int TOGETHER = 24;

  /** Bounds the time; a program of a few hundred parts needs about a third. */
  private static final int ROUNDS = 300;

  private final Function<List<RandomProgram>, Optional<RandomProgram>> failing;

  /**
   * Creates a shrinker.
   *
   * @param failing returns the first of some programs that fails
   */
  public Shrinker(Function<List<RandomProgram>, Optional<RandomProgram>> failing) {
    this.failing = failing;
  }

  /** Returns a small program that fails, given one that does. */
  public RandomProgram shrink(RandomProgram program) {
    RandomProgram best = program;
    List<Node> open = smaller(best.body());
    int rounds = 0;
    int next = 0;
    while (next < open.size() && rounds < ROUNDS) {
      rounds++;
      List<RandomProgram> tried = new ArrayList<>();
      for (Node one : open.subList(next, Math.min(open.size(), next + TOGETHER))) {
        tried.add(best.variant(tried.size() + 1, one));
      }
      Optional<RandomProgram> found = failing.apply(tried);
      next += tried.size();
      if (found.isPresent()) {
        best = found.get();
        open = smaller(best.body());
        next = 0;
      }
    }
    return best.variant(0, best.body());
  }

  /** Returns what one change makes of a tree, the smallest first. */
  static List<Node> smaller(Node tree) {
    List<Node> all = new ArrayList<>();
    changes(
        tree,
        one -> {
          if (measure(one) < measure(tree)) {
            all.add(one);
          }
        });
    all.sort(Comparator.comparingLong(Shrinker::measure));
    return all;
  }

  /** Returns what one change makes of a tree, whatever its size. */
  static List<Node> changed(Node tree) {
    List<Node> all = new ArrayList<>();
    changes(tree, all::add);
    return all;
  }

  private static long measure(Node tree) {
    return tree.size() * 100_000L + tree.text().length();
  }

  private static void changes(Node node, Consumer<Node> to) {
    if (node.form() == Node.Form.VALUE && node.kind() != null) {
      to.accept(node.kind().simplest());
      node.parts().forEach(part -> values(part, node.kind(), to));
    } else if (node.form() == Node.Form.LIST) {
      removals(node, to);
    }
    for (int i = 0; i < node.parts().size(); i++) {
      int at = i;
      changes(node.parts().get(i), other -> to.accept(node.with(at, other)));
    }
  }

  /** Finds the values of a kind that are nearest in a tree. */
  private static void values(Node node, Kind kind, Consumer<Node> to) {
    if (node.form() == Node.Form.VALUE && node.kind() == kind) {
      to.accept(node);
    } else if (node.form() != Node.Form.LIST) {
      node.parts().forEach(part -> values(part, kind, to));
    }
  }

  private static void removals(Node list, Consumer<Node> to) {
    List<Node> parts = list.parts();
    for (int length = parts.size(); length > 0; length /= 2) {
      for (int from = 0; from + length <= parts.size(); from += length) {
        to.accept(list.with(replaced(parts, from, length, Collections.emptyList())));
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      List<Node> inner = new ArrayList<>();
      lists(parts.get(i), inner);
      for (Node one : inner) {
        to.accept(list.with(replaced(parts, i, 1, List.of(one))));
      }
      if (inner.size() > 1) {
        to.accept(list.with(replaced(parts, i, 1, inner)));
      }
    }
  }

  /** Finds the lists of statements that a statement holds, through its clauses. */
  private static void lists(Node node, List<Node> to) {
    for (Node part : node.parts()) {
      boolean clauses =
          part.form() == Node.Form.LIST
              && part.parts().stream().anyMatch(one -> one.form() == Node.Form.CLAUSE);
      if (part.form() == Node.Form.LIST && !clauses) {
        to.add(part);
      } else if (part.form() != Node.Form.VALUE) {
        lists(part, to);
      }
    }
  }

  private static List<Node> replaced(List<Node> parts, int from, int length, List<Node> by) {
    List<Node> all = new ArrayList<>(parts.subList(0, from));
    all.addAll(by);
    all.addAll(parts.subList(from + length, parts.size()));
    return all;
  }
}
