package dev.everstep.processor.migrate;

import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.text.TypeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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
    HookReader.Draft next = drafts.get(draft.target().method().storedName() + "@" + draft.to());
    boolean hasNext = next != null && next != draft;
    if (place == null && !hasNext) {
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
    List<Hook.Value> components = HookReader.components(draft.result());
    boolean direct = place != null && (!hasNext || missing(place.live(), components) == null);
    if (direct) {
      return direct(draft, place, components);
    }
    return chained(draft, next, components);
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
    return Optional.of(hook(draft, true, components, arguments(draft, components)));
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
    } else if (draft.stored().whole() && !keepsArguments(draft, place)) {
      return wrong(
          draft,
          "the step in flight was given "
              + Readable.shown(draft.stored().arguments())
              + ", and "
              + draft.to()
              + " takes "
              + Readable.shown(place.arguments()),
          "Return them in a component 'arguments' whose type is a record of them");
    } else if (isSame(draft, place)) {
      return wrong(
          draft,
          "frames of earlier code at " + draft.from() + " look like those of this code",
          "Give a local another name or type, so that they can be told apart");
    }
    return Optional.of(hook(draft, false, locals, given));
  }

  private static boolean keepsArguments(HookReader.Draft draft, Target.Place place) {
    List<String> stored = List.copyOf(draft.stored().arguments().values());
    boolean keeps = stored.size() == place.arguments().size();
    for (int i = 0; keeps && i < stored.size(); i++) {
      keeps = Readable.as(stored.get(i), place.arguments().get(i).type());
    }
    return keeps;
  }

  private static boolean isSame(HookReader.Draft draft, Target.Place place) {
    Map<String, String> live = new LinkedHashMap<>();
    place.live().forEach(one -> live.put(one.name(), Readable.simple(TypeText.of(one.type()))));
    Map<String, String> stored = new LinkedHashMap<>();
    draft.stored().live().forEach((name, type) -> stored.put(name, Readable.simple(type)));
    return draft.stored().whole() && draft.from().equals(draft.to()) && live.equals(stored);
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
      } else if (!types.isAssignable(found.type(), want.type())) {
        return "it returns '" + want.name() + "' as " + Readable.simple(TypeText.of(found.type()));
      }
    }
    return null;
  }

  private Optional<Hook> wrong(HookReader.Draft draft, String what, String remedy) {
    report.report(Problem.ES032, draft.element(), draft.name(), what, remedy + ".");
    return Optional.empty();
  }
}
