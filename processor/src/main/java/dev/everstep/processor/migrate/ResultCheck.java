package dev.everstep.processor.migrate;

import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.text.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Whether what migrations return is what the code needs at the place where they lead. */
final class ResultCheck {
  /** Reports a problem at a method. */
  @FunctionalInterface
  interface Report {
    void report(Problem problem, ExecutableElement method, Object... arguments);
  }

  private final Types types;
  private final Map<String, HookReader.Draft> drafts;
  private final Report report;

  ResultCheck(Types types, Map<String, HookReader.Draft> drafts, Report report) {
    this.types = types;
    this.drafts = drafts;
    this.report = report;
  }

  /** Returns the hook; empty if something was reported. */
  Optional<Hook> check(HookReader.Draft draft) {
    Target.Place place = draft.target().place(draft.to()).orElse(null);
    HookReader.Draft next = next(draft);
    if (place == null && next == null) {
      report.report(
          Problem.ES031,
          draft.element(),
          draft.name(),
          "lead",
          draft.target().method().storedName() + " has no point " + draft.to(),
          "Its points are "
              + draft.target().body().sites().stream().map(site -> site.id()).toList()
              + ".");
      return Optional.empty();
    }
    String kind = draft.to().replaceAll("[:#].*", "");
    if (!kind.equals(draft.stored().kind())) {
      report.report(
          Problem.ES031,
          draft.element(),
          draft.name(),
          "lead",
          "a run that waits for a "
              + draft.stored().kind()
              + " cannot go on as one that waits for a "
              + kind,
          "Lead it to a " + draft.stored().kind() + ".");
      return Optional.empty();
    }
    if (draft.stored().whole() && draft.target().stores(draft.from(), draft.stored())) {
      // The engine could not tell such frames from those of this code, and would migrate none.
      return wrong(
          draft,
          "frames of earlier code at "
              + draft.from()
              + " look like those of this code, names that locals had before included",
          "Give a local another type, so that they can be told apart");
    }
    List<Hook.Value> components = HookReader.components(draft.result());
    return isDirect(draft)
        ? direct(draft, Objects.requireNonNull(place), components)
        : chained(draft, Objects.requireNonNull(next), components);
  }

  /** Returns the migration from where another one leads; null if there is none. */
  private HookReader.@Nullable Draft next(HookReader.Draft draft) {
    HookReader.Draft next = drafts.get(draft.target().method().storedName() + "@" + draft.to());
    return next == draft ? null : next;
  }

  /** Returns whether the frame is one of this code when the migration has been called. */
  private boolean isDirect(HookReader.Draft draft) {
    Target.Place place = draft.target().place(draft.to()).orElse(null);
    return place != null
        && (next(draft) == null
            || missing(place.live(), HookReader.components(draft.result())) == null);
  }

  private Optional<Hook> chained(
      HookReader.Draft draft, HookReader.Draft next, List<Hook.Value> components) {
    List<Hook.Value> wanted =
        next.parameters().stream()
            .filter(one -> one.record() == null)
            .map(Hook.Parameter::value)
            .toList();
    String missing = missing(wanted, components);
    if (missing != null) {
      return wrong(draft, missing, "'" + next.name() + "' goes on with " + Readable.shown(wanted));
    }
    String unfit = draft.stored().kind().equals("step") ? unfitArguments(draft, components) : null;
    if (unfit != null) {
      return wrong(
          draft, unfit, "Return them in a component 'arguments' whose type is a record of them");
    }
    return Optional.of(hook(draft, true, components, arguments(draft, components)));
  }

  /**
   * Returns why a step cannot keep, over the migrations that follow, the arguments that it has or
   * is given here; null if it can. One that gives others begins anew.
   */
  private @Nullable String unfitArguments(HookReader.Draft first, List<Hook.Value> components) {
    TypeElement record = record(components);
    List<Hook.Value> given = record == null ? null : HookReader.components(record);
    if (given == null && !first.stored().whole()) {
      return null;
    }
    String what =
        given == null
            ? "the step in flight was given " + Readable.shown(first.stored().arguments())
            : "it gives " + Readable.shown(given);
    Set<HookReader.Draft> seen = new HashSet<>(Set.of(first));
    HookReader.Draft at = next(first);
    while (at != null && seen.add(at)) {
      List<Hook.Value> asked = asked(at);
      boolean fits =
          asked == null
              || (given == null ? keepsArguments(first, asked) : missing(asked, given) == null);
      if (!fits) {
        return what + ", and '" + at.name() + "' takes " + Readable.shown(asked);
      }
      if (record(HookReader.components(at.result())) != null) {
        return null;
      }
      if (isDirect(at)) {
        Target.Place place = at.target().place(at.to()).orElseThrow();
        boolean keeps =
            given == null
                ? keepsArguments(first, place.arguments())
                : inOrder(given, place.arguments());
        return keeps
            ? null
            : what + ", and " + at.to() + " takes " + Readable.shown(place.arguments());
      }
      at = next(at);
    }
    return null;
  }

  private boolean inOrder(List<Hook.Value> given, List<Hook.Value> wanted) {
    return given.stream()
            .map(Hook.Value::name)
            .toList()
            .equals(wanted.stream().map(Hook.Value::name).toList())
        && missing(wanted, given) == null;
  }

  /** Returns the arguments that a migration asks for; null if it does not. */
  private static @Nullable List<Hook.Value> asked(HookReader.Draft draft) {
    return draft.parameters().stream()
        .filter(one -> one.record() != null)
        .map(Hook.Parameter::arguments)
        .findFirst()
        .orElse(null);
  }

  private Optional<Hook> direct(
      HookReader.Draft draft, Target.Place place, List<Hook.Value> components) {
    TypeElement record = arguments(draft, components, place);
    List<Hook.Value> locals =
        record == null
            ? components
            : components.stream().filter(one -> !one.name().equals(Hook.ARGUMENTS)).toList();
    String missing = missing(place.live(), locals);
    String more = missing(locals, place.live());
    if (missing != null || more != null) {
      return wrong(
          draft,
          missing != null ? missing : "the code behind " + draft.to() + " does not need all of it",
          "Return " + Readable.shown(place.live()));
    }
    List<String> given = null;
    if (record != null) {
      List<Hook.Value> arguments = HookReader.components(record);
      missing = missing(place.arguments(), arguments);
      if (missing != null || arguments.size() != place.arguments().size()) {
        return wrong(
            draft,
            "record " + record.getSimpleName() + " does not have the arguments of " + draft.to(),
            "Its components are " + Readable.shown(place.arguments()));
      }
      given = place.arguments().stream().map(Hook.Value::name).toList();
    } else if (draft.stored().whole() && !keepsArguments(draft, place.arguments())) {
      return wrong(
          draft,
          "the step in flight was given "
              + Readable.shown(draft.stored().arguments())
              + ", and "
              + draft.to()
              + " takes "
              + Readable.shown(place.arguments()),
          "Return them in a component 'arguments' whose type is a record of them");
    }
    return Optional.of(hook(draft, false, locals, given));
  }

  private static boolean keepsArguments(HookReader.Draft draft, List<Hook.Value> wanted) {
    List<String> stored = List.copyOf(draft.stored().arguments().values());
    boolean keeps = stored.size() == wanted.size();
    for (int i = 0; keeps && i < stored.size(); i++) {
      keeps = Readable.as(stored.get(i), wanted.get(i).type());
    }
    return keeps;
  }

  private static @Nullable TypeElement arguments(
      HookReader.Draft draft, List<Hook.Value> components, Target.Place place) {
    boolean isLocal = place.live().stream().anyMatch(one -> one.name().equals(Hook.ARGUMENTS));
    return isLocal || !place.kind().equals("step") ? null : record(components);
  }

  private static @Nullable TypeElement record(List<Hook.Value> components) {
    return components.stream()
        .filter(one -> one.name().equals(Hook.ARGUMENTS))
        .map(one -> HookReader.record(one.type()))
        .findFirst()
        .orElse(null);
  }

  /** Returns the arguments that a migration gives which another goes on from. */
  private static @Nullable List<String> arguments(
      HookReader.Draft draft, List<Hook.Value> components) {
    TypeElement record = draft.stored().kind().equals("step") ? record(components) : null;
    return record == null
        ? null
        : HookReader.components(record).stream().map(Hook.Value::name).toList();
  }

  private static Hook hook(
      HookReader.Draft draft,
      boolean chained,
      List<Hook.Value> locals,
      @Nullable List<String> arguments) {
    List<String> names = new ArrayList<>();
    for (Hook.Value local : locals) {
      if (arguments == null || !local.name().equals(Hook.ARGUMENTS)) {
        names.add(local.name());
      }
    }
    return new Hook(
        draft.element(),
        draft.target().method(),
        draft.from(),
        draft.to(),
        chained,
        draft.parameters(),
        names,
        arguments);
  }

  /** Returns what is wanted and not given, in words; null if it all is. */
  private @Nullable String missing(List<Hook.Value> wanted, List<Hook.Value> given) {
    for (Hook.Value want : wanted) {
      Hook.Value found =
          given.stream().filter(one -> one.name().equals(want.name())).findFirst().orElse(null);
      if (found == null) {
        return "it does not return '" + want.name() + "'";
      } else if (!fits(found.type(), want.type())) {
        return "it returns '" + want.name() + "' as " + Readable.simple(TypeText.of(found.type()));
      }
    }
    return null;
  }

  /** What is given goes through an Object, so Java's conversions of primitives do not happen. */
  private boolean fits(TypeMirror found, TypeMirror want) {
    return found.getKind().isPrimitive() || want.getKind().isPrimitive()
        ? types.isSameType(found, want)
        : types.isAssignable(found, want);
  }

  private Optional<Hook> wrong(HookReader.Draft draft, String what, String remedy) {
    report.report(Problem.ES032, draft.element(), draft.name(), what, remedy + ".");
    return Optional.empty();
  }
}
