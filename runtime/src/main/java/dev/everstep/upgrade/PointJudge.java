package dev.everstep.upgrade;

import dev.everstep.codec.Mismatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a frame at one point of the earlier code. Confined to one thread. */
final class PointJudge {
  private static final String THEN = "; the run then continues.";

  private final String method;
  private final StepGraph.Point old;
  private final Code before;
  private final boolean isOlder;
  private final List<Reason> reasons = new ArrayList<>();

  /**
   * Begins.
   *
   * @param method what frames call the method that the point is in
   */
  PointJudge(String method, StepGraph.Point old, Code before) {
    this(method, old, before, false);
  }

  /**
   * Begins.
   *
   * @param isOlder whether the frame is of code before that of the graph
   */
  PointJudge(String method, StepGraph.Point old, Code before, boolean isOlder) {
    this.method = method;
    this.old = old;
    this.before = before;
    this.isOlder = isOlder;
  }

  /** Returns the verdict for code without the class. */
  Verdict withoutCode() {
    return withoutCode(before.graph(), method, old.id());
  }

  static Verdict withoutCode(StepGraph before, String method, @Nullable String point) {
    boolean isWorkflow = before.kind() == StepGraph.Kind.WORKFLOW;
    return Verdict.of(
        List.of(
            new Reason(
                Reason.Kind.WORKFLOW_GONE,
                method,
                point,
                null,
                isWorkflow
                    ? "no compiled workflow named "
                        + before.name()
                        + " on the class path of this process. Start one that has it; the run then"
                        + " goes on."
                    : "the class of a durable method is gone: class="
                        + before.className()
                        + ". Deploy code that has it"
                        + THEN,
                isWorkflow
                    ? "A class that was renamed keeps its runs with @Workflow(name = \""
                        + before.name()
                        + "\")."
                    : null)));
  }

  /** Returns the verdict for a run that stands before its first line. */
  static Verdict start(StepGraph before, StepGraph after) {
    StepGraph.Method old = before.methods().get(0);
    StepGraph.Method now = after.methods().get(0);
    List<Reason> reasons = new ArrayList<>();
    if (old.parameters().size() != now.parameters().size()) {
      reasons.add(
          new Reason(
              Reason.Kind.INPUT,
              old.name(),
              null,
              null,
              "the number of stored arguments does not fit: found="
                  + old.parameters().size()
                  + ", wanted="
                  + now.parameters().size()
                  + ". Deploy code with the parameters that were stored.",
              null));
      return Verdict.of(reasons);
    }
    for (int i = 0; i < now.parameters().size(); i++) {
      StepGraph.Value stored = old.parameters().get(i);
      StepGraph.Value wanted = now.parameters().get(i);
      boolean isElsewhere = now.parameters().stream().anyMatch(one -> one.isCalled(stored.name()));
      if (!wanted.isCalled(stored.name()) && isElsewhere) {
        reasons.add(
            new Reason(
                Reason.Kind.KEPT_ARGUMENTS,
                old.name(),
                null,
                wanted.name(),
                "parameters have changed places, and a run that has not begun reads its input by"
                    + " place: parameter="
                    + wanted.name()
                    + ", given as="
                    + stored.name()
                    + ". Nothing need be done if that is right for these runs.",
                null));
      }
      Fit fit =
          TypeFits.of(stored.type(), before.types(), wanted.type(), after.types(), wanted.name());
      for (Fit.Note note : fit.notes()) {
        reasons.add(
            new Reason(
                fit.fits() ? note.kind() : Reason.Kind.INPUT,
                old.name(),
                null,
                wanted.name(),
                fit.fits()
                    ? note.text()
                    : "a stored argument does not fit the workflow: parameter="
                        + wanted.name()
                        + ", stored="
                        + TypeRef.of(stored.type()).shown()
                        + ", wanted="
                        + TypeRef.of(wanted.type()).shown()
                        + ". "
                        + note.text()
                        + " Deploy code in which the types fit"
                        + THEN,
                null));
      }
    }
    return Verdict.of(reasons);
  }

  /**
   * Returns the verdict.
   *
   * @param counterpart the method of the later code, or null if it is gone
   */
  Verdict verdict(StepGraph.@Nullable Method counterpart, Code after) {
    if (counterpart != null) {
      Optional<Migrated> led = Migrated.of(old, before, counterpart, after);
      if (led.isPresent()) {
        taken(led.get().by());
        callee(led.get().to(), after);
        add(
            Reason.Kind.MIGRATED,
            null,
            "the migration code of the workflow brings the frame to the code at hand:"
                + at()
                + ", to="
                + led.get().to().id()
                + ". Test it with the values that runs have there.",
            null);
        return Verdict.of(reasons);
      }
    }
    Optional<StepGraph.Point> found =
        counterpart == null ? Optional.empty() : counterpart.point(old.id());
    if (counterpart == null || found.isEmpty()) {
      gone(counterpart, after.graph());
      return Verdict.of(reasons);
    }
    StepGraph.Point now = found.get();
    if (!now.kind().equals(old.kind())) {
      add(
          Reason.Kind.KIND_CHANGED,
          null,
          Mismatch.unknownPoint(method, old.id()).text(),
          "It is a " + now.kind() + " now, and was a " + old.kind() + ".");
      return Verdict.of(reasons);
    }
    callee(now, after);
    locals(now, after);
    if (old.kind().equals("step")) {
      arguments(now, after);
    }
    origins(now);
    return Verdict.of(reasons);
  }

  /** Says what became of the point, as far as the graph tells. */
  private void gone(StepGraph.@Nullable Method counterpart, StepGraph after) {
    String text = Mismatch.unknownPoint(method, old.id()).text();
    List<String> homes =
        after.methods().stream()
            .filter(one -> !one.equals(counterpart))
            .filter(one -> one.points().stream().anyMatch(this::isSame))
            .map(StepGraph.Method::name)
            .toList();
    if (!homes.isEmpty()) {
      add(
          counterpart == null ? Reason.Kind.HELPER_GONE : Reason.Kind.STEP_MOVED,
          null,
          text,
          (old.function() == null ? "A " + old.kind() + " like it" : old.function())
              + " is called in "
              + String.join(", ", homes)
              + " now, to which a frame of "
              + method
              + " does not lead. Keep it where it is until no run waits there, or migrate those runs.");
    } else if (counterpart == null) {
      add(
          Reason.Kind.HELPER_GONE,
          null,
          text,
          "The durable method is gone. Keep it until no run waits in it, or migrate those runs.");
    } else {
      add(
          Reason.Kind.STEP_REMOVED,
          null,
          text,
          "The point is gone. Keep it until no run waits there, or migrate those runs.");
    }
  }

  private boolean isSame(StepGraph.Point other) {
    return other.kind().equals(old.kind())
        && (old.function() == null
            ? other.id().equals(old.id())
            : old.function().equals(other.function()));
  }

  /** A frame around another one has to call what that is a frame of. */
  private void callee(StepGraph.Point now, Code after) {
    if (old.callee() == null || now.callee() == null) {
      return;
    }
    String stored = before.stored(old.callee());
    if (!after.isStored(stored, now.callee())) {
      add(
          Reason.Kind.HELPER_CHANGED,
          null,
          Mismatch.otherCallee(method, old.id(), stored, after.stored(now.callee())).text(),
          null);
    }
  }

  /** The compiler checks a migration against its own baseline; this graph may be an older one. */
  private void taken(StepGraph.Migration by) {
    for (StepGraph.Value wanted : by.takes()) {
      if (stored(wanted) == null) {
        missing(
            wanted, TypeRef.of(wanted.type()), "Let the migration " + by.by() + " do without it.");
      }
    }
  }

  private void missing(StepGraph.Value wanted, TypeRef type, String remedy) {
    add(
        Reason.Kind.LOCAL_MISSING,
        wanted.name(),
        Mismatch.missing(
                method,
                old.id(),
                wanted.name(),
                type.shown(),
                old.live().stream().map(StepGraph.Value::name).toList())
            .text(),
        remedy);
  }

  private void locals(StepGraph.Point now, Code after) {
    for (StepGraph.Value wanted : now.live()) {
      StepGraph.Value stored = stored(wanted);
      if (stored == null) {
        missing(
            wanted,
            after.type(wanted),
            "Compute it behind the point, or migrate the runs that wait there.");
        continue;
      }
      TypeRef from = before.type(stored);
      TypeRef to = after.type(wanted);
      Fit fit = TypeFits.of(from, before.types(), to, after.types(), wanted.name());
      for (Fit.Note note : fit.notes()) {
        add(
            note.kind(),
            wanted.name(),
            fit.fits()
                ? note.text()
                : Mismatch.unfit(
                        method, old.id(), wanted.name(), from.shown(), to.shown(), note.text())
                    .text(),
            null);
      }
      if (stored.made() != null && wanted.made() != null && !stored.made().equals(wanted.made())) {
        add(
            Reason.Kind.KEPT_LOCAL,
            wanted.name(),
            "the value of "
                + wanted.name()
                + " is the one that earlier code computed, in another way than the code does now:"
                + at()
                + ". Nothing need be done if that is right for these runs.",
            null);
      }
    }
  }

  /** Returns the local that a frame is read for, by the name of now before those of earlier. */
  private StepGraph.@Nullable Value stored(StepGraph.Value wanted) {
    List<String> names = new ArrayList<>(List.of(wanted.name()));
    names.addAll(wanted.former());
    for (String name : names) {
      for (StepGraph.Value local : old.live()) {
        if (local.name().equals(name)) {
          return local;
        }
      }
    }
    return null;
  }

  /**
   * Returns what the call that waits was given, in the order of the new parameters: by name if
   * those are the same names, as the engine takes them (codec.StoredArguments), else as they come.
   */
  private List<StepGraph.Value> given(StepGraph.Point now) {
    Map<String, StepGraph.Value> byName = new HashMap<>();
    old.arguments().forEach(value -> byName.put(value.name(), value));
    List<String> names = now.arguments().stream().map(StepGraph.Value::name).toList();
    return byName.keySet().equals(Set.copyOf(names))
        ? names.stream().map(byName::get).toList()
        : old.arguments();
  }

  private void arguments(StepGraph.Point now, Code after) {
    int found = old.arguments().size();
    int wanted = now.arguments().size();
    if (found != wanted) {
      add(
          Reason.Kind.ARGUMENTS,
          null,
          Mismatch.argumentCount(method, old.id(), found, wanted).text(),
          "Keep the parameters until no run waits there, or migrate those runs.");
      return;
    }
    List<StepGraph.Value> given = given(now);
    for (int i = 0; i < wanted; i++) {
      StepGraph.Value stored = given.get(i);
      StepGraph.Value parameter = now.arguments().get(i);
      TypeRef from = before.type(stored);
      TypeRef to = after.type(parameter);
      Fit fit = TypeFits.of(from, before.types(), to, after.types(), parameter.name());
      for (Fit.Note note : fit.notes()) {
        add(
            fit.fits() ? note.kind() : Reason.Kind.ARGUMENTS,
            parameter.name(),
            fit.fits()
                ? note.text()
                : Mismatch.argument(
                        method, old.id(), parameter.name(), from.shown(), to.shown(), note.text())
                    .text(),
            null);
      }
    }
  }

  private void origins(StepGraph.Point now) {
    if (old.way() == null || now.way() == null) {
      add(
          Reason.Kind.NOT_COMPARED,
          null,
          isOlder
              ? "the frame is of code before the accepted one, and how its values were made is not"
                  + " known:"
                  + at()
                  + ". Nothing need be done if they are right for these runs."
              : "the earlier or the later step graph does not say how values were made:"
                  + at()
                  + ". Compile both with the same version of everstep-processor.",
          null);
      return;
    }
    if (!old.way().equals(now.way())) {
      add(
          Reason.Kind.REACHED_OTHERWISE,
          null,
          "earlier code came to the point under other conditions than the code does now:"
              + at()
              + ". Nothing need be done if the runs that are there may go on.",
          null);
    }
    List<String> kept = new ArrayList<>();
    List<StepGraph.Value> given = given(now);
    for (int i = 0; i < Math.min(given.size(), now.arguments().size()); i++) {
      String was = given.get(i).made();
      if (was != null && !was.equals(now.arguments().get(i).made())) {
        kept.add(now.arguments().get(i).name());
      }
    }
    if (!kept.isEmpty()) {
      add(
          Reason.Kind.KEPT_ARGUMENTS,
          String.join(", ", kept),
          "the call that waits keeps the arguments that earlier code gave it:"
              + at()
              + ", arguments="
              + kept
              + ". Nothing need be done if they are right for these runs.",
          null);
    }
    if (old.made() != null && !old.made().equals(now.made())) {
      add(
          Reason.Kind.KEPT_DEADLINE,
          null,
          "the sleep that waits keeps the deadline that earlier code gave it:"
              + at()
              + ". Nothing need be done if it is right for these runs.",
          null);
    }
  }

  private String at() {
    return " method=" + method + ", point=" + old.id();
  }

  private void add(Reason.Kind kind, @Nullable String local, String text, @Nullable String hint) {
    reasons.add(new Reason(kind, method, old.id(), local, text, hint));
  }
}
