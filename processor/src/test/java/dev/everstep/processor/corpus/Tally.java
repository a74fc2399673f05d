package dev.everstep.processor.corpus;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The counts of one library. */
final class Tally {
  private static final int SHOWN_MAX = 20;
  private static final int LINES_MAX = 3;

  private final Map<Taken.Mode, Map<String, Integer>> refusals = new EnumMap<>(Taken.Mode.class);
  private final Map<String, int[]> rows = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  Tally() {
    for (String row :
        List.of(
            "methods taken",
            "steps in them",
            "calls left as they are",
            "copies that are not valid Java",
            "compiled",
            "refused",
            "refused for unstorable values alone",
            "machines that javac compiles",
            "machines that javac does not compile",
            "methods run",
            "inputs compared",
            "suspensions")) {
      rows.put(row, new int[Taken.Mode.values().length]);
    }
    for (Taken.Mode mode : Taken.Mode.values()) {
      refusals.put(mode, new TreeMap<>());
    }
  }

  /** Adds to a row. */
  void add(String row, Taken.Mode mode, int count) {
    rows.get(row)[mode.ordinal()] += count;
  }

  /** Returns a count. */
  int count(String row, Taken.Mode mode) {
    return rows.get(row)[mode.ordinal()];
  }

  /** Records what is a bug of the compiler; the whole is printed. */
  void fault(String what) {
    if (faults.size() < SHOWN_MAX) {
      System.out.println(what);
    }
    faults.add(what.lines().limit(LINES_MAX).collect(Collectors.joining("\n")));
  }

  /** Returns the bugs. */
  List<String> faults() {
    return faults;
  }

  /** Adds the outcome of a batch. */
  void add(Batch batch) {
    batch
        .invalid()
        .keySet()
        .forEach(taken -> add("copies that are not valid Java", taken.mode(), 1));
    for (Verdict verdict : batch.verdicts()) {
      add(batch, verdict);
    }
  }

  private void add(Batch batch, Verdict verdict) {
    Taken taken = verdict.taken();
    Taken.Mode mode = taken.mode();
    add("methods taken", mode, 1);
    add("steps in them", mode, taken.forced());
    add("calls left as they are", mode, taken.kept());
    String complaint = batch.broken().get(taken);
    if (verdict.internal() != null) {
      StringWriter trace = new StringWriter();
      verdict.internal().printStackTrace(new PrintWriter(trace));
      fault(taken.shown() + ": internal error%n%s%n%s".formatted(trace, taken.text()));
      return;
    }
    if (complaint != null && verdict.isCompiled()) {
      fault(
          taken.shown()
              + ": the machine does not compile%n%s%n%s%n%s"
                  .formatted(complaint, taken.text(), verdict.source()));
    } else if (complaint != null) {
      add("machines that javac does not compile", mode, 1);
      System.out.println(taken.shown() + ", whose values cannot be stored: " + complaint);
    } else if (verdict.machine() != null) {
      add("machines that javac compiles", mode, 1);
    }
    if (verdict.isCompiled()) {
      add("compiled", mode, 1);
      return;
    }
    add("refused", mode, 1);
    add("refused for unstorable values alone", mode, verdict.isOnlyUnstorable() ? 1 : 0);
    verdict.codes().forEach(code -> refusals.get(mode).merge(code, 1, Integer::sum));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    out.append("%-38s %9s %9s%n".formatted("", "verbatim", "forced"));
    rows.forEach(
        (row, counts) -> out.append("%-38s %9d %9d%n".formatted(row, counts[0], counts[1])));
    refusals.forEach((mode, codes) -> out.append("codes, %s: %s%n".formatted(mode, codes)));
    return out.toString();
  }
}
