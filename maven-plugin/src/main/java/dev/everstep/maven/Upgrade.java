package dev.everstep.maven;

import dev.everstep.upgrade.Judge;
import dev.everstep.upgrade.Judgement;
import dev.everstep.upgrade.StepGraph;
import dev.everstep.upgrade.StepGraphs;
import dev.everstep.upgrade.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The step graphs that were compiled, beside those that were accepted.
 *
 * @param accepted the directory of the baselines; need not exist
 * @param changes one for each workflow and each class with durable methods, by the names of their
 *     files
 */
record Upgrade(Path accepted, List<Change> changes) {

  /** Copies the list. */
  Upgrade {
    changes = List.copyOf(changes);
  }

  /**
   * What became of one file.
   *
   * @param file its name
   * @param before what was accepted; null if there is none
   * @param after what was compiled; null if there is none any more
   * @param same whether both are the same, byte for byte
   * @param judgement null if there is nothing accepted
   */
  record Change(
      String file,
      @Nullable StepGraph before,
      @Nullable StepGraph after,
      boolean same,
      @Nullable Judgement judgement) {

    /** Returns the stored name of the workflow, or the name of the class. */
    String name() {
      return before != null ? before.name() : after != null ? after.name() : file;
    }

    /** Returns the worst answer for a run; that it continues, if nothing was accepted. */
    Verdict.Answer worst() {
      return judgement == null ? Verdict.Answer.CONTINUES : judgement.worst();
    }
  }

  /**
   * Compares two directories of step graphs.
   *
   * @throws dev.everstep.upgrade.UnreadableGraphException if a file is none
   */
  static Upgrade between(Path accepted, Path compiled) throws IOException {
    Map<String, Path> before = graphs(accepted);
    Map<String, Path> after = graphs(compiled);
    StepGraphs now = StepGraphs.read(compiled);
    Map<String, Path> all = new TreeMap<>(before);
    all.putAll(after);
    List<Change> changes = new ArrayList<>();
    for (String file : all.keySet()) {
      changes.add(change(file, before.get(file), after.get(file), now));
    }
    return new Upgrade(accepted, changes);
  }

  private static Change change(
      String file, @Nullable Path before, @Nullable Path after, StepGraphs now) throws IOException {
    StepGraph old = before == null ? null : StepGraph.read(before);
    StepGraph later = after == null ? null : StepGraph.read(after);
    boolean same = before != null && after != null && Files.mismatch(before, after) < 0;
    // One file at a time: two may name one class, if a workflow was given another name.
    Judgement judgement =
        old == null ? null : Judge.of(StepGraphs.of(List.of(old)), now).all().get(0);
    return new Change(file, old, later, same, judgement);
  }

  private static Map<String, Path> graphs(Path directory) throws IOException {
    Map<String, Path> graphs = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        files
            .filter(file -> file.getFileName().toString().endsWith(".json"))
            .forEach(file -> graphs.put(file.getFileName().toString(), file));
      }
    }
    return graphs;
  }

  /** Returns the path of a baseline, below the directory of the project if it is there. */
  String shown(String file) {
    Path path = accepted.resolve(file);
    Path base = accepted.getParent();
    for (int i = 0; i < 2 && base != null; i++) {
      base = base.getParent();
    }
    return accepted.endsWith(Path.of("src", "main", "everstep")) && base != null
        ? base.relativize(path).toString()
        : path.toString();
  }

  /** Returns whether there is neither a workflow nor a baseline. */
  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns the changes after which a run may not go on. */
  List<Change> cannot() {
    return changes.stream().filter(change -> change.worst() == Verdict.Answer.CANNOT).toList();
  }
}
