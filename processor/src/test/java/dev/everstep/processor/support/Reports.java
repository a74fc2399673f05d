package dev.everstep.processor.support;

import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects problems as {@code line:offset message}. */
public final class Reports implements Diagnostics {
  /** A problem. */
  public record Report(Problem problem, Place place, String message) {}

  private final List<Report> all = new ArrayList<>();

  @Override
  public void report(Problem problem, Place place, Object... arguments) {
    all.add(new Report(problem, place, problem.message(arguments)));
  }

  @Override
  public boolean hasErrors() {
    return !all.isEmpty();
  }

  /** Returns what was reported. */
  public List<Report> all() {
    return all;
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
