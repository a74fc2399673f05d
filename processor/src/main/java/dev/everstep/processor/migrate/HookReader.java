package dev.everstep.processor.migrate;

import com.sun.source.tree.Tree;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.check.Places;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.identity.Baseline;
import dev.everstep.processor.identity.StoredFrame;
import dev.everstep.processor.model.DurableMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the migration code of a class, and reports what cannot be called or leads nowhere. */
public final class HookReader {
  private static final String MIGRATES = "dev.everstep.annotations.Migrates";

  private final AttributedWorkflow workflow;
  private final List<Target> targets;
  private final @Nullable Baseline baseline;
  private final Diagnostics diagnostics;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private boolean reported;

  private HookReader(
      AttributedWorkflow workflow,
      List<Target> targets,
      @Nullable Baseline baseline,
      Diagnostics diagnostics) {
    this.workflow = workflow;
    this.targets = targets;
    this.baseline = baseline;
    this.diagnostics = diagnostics;
  }

  /** A hook whose result was not looked at. */
  record Draft(
      ExecutableElement element,
      Target target,
      String from,
      String to,
      StoredFrame stored,
      List<Hook.Parameter> parameters,
      TypeElement result) {
    /** Returns its name in messages. */
    String name() {
      return element.getSimpleName().toString();
    }
  }

  /**
   * Returns the migrations of a class.
   *
   * @param targets its durable methods with the points they have
   * @param baseline null if there is none
   */
  public static List<Hook> read(
      AttributedWorkflow workflow,
      List<Target> targets,
      @Nullable Baseline baseline,
      Diagnostics diagnostics) {
    return new HookReader(workflow, targets, baseline, diagnostics).read();
  }

  private List<Hook> read() {
    for (ExecutableElement method :
        ElementFilter.methodsIn(workflow.element().getEnclosedElements())) {
      for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
        if (annotation.getAnnotationType().toString().equals(MIGRATES)) {
          draft(method, annotation);
        }
      }
    }
    List<Hook> hooks = new ArrayList<>();
    if (reported) {
      return hooks;
    }
    ResultCheck results = new ResultCheck(workflow.types(), drafts, this::report);
    drafts.values().forEach(draft -> results.check(draft).ifPresent(hooks::add));
    return hooks;
  }

  private void draft(ExecutableElement method, AnnotationMirror annotation) {
    Map<String, String> values = new HashMap<>();
    annotation
        .getElementValues()
        .forEach(
            (key, value) ->
                values.put(key.getSimpleName().toString(), String.valueOf(value.getValue())));
    String from = values.getOrDefault("from", "");
    String to = values.getOrDefault("to", "");
    TypeElement result = result(method);
    if (result == null) {
      return;
    }
    Target target = target(method, values.getOrDefault("method", ""));
    if (target == null) {
      return;
    }
    StoredFrame stored = stored(method, target, from);
    if (stored == null) {
      return;
    }
    List<Hook.Parameter> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameter(method, parameter, from, stored, parameters);
    }
    Draft draft =
        new Draft(method, target, from, to.isEmpty() ? from : to, stored, parameters, result);
    Draft other = drafts.putIfAbsent(target.method().storedName() + "@" + from, draft);
    if (other != null) {
      report(Problem.ES033, method, other.name(), draft.name(), target.method().storedName(), from);
    }
  }

  private @Nullable TypeElement result(ExecutableElement method) {
    String what = null;
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      what = "it is not static";
    } else if (method.getModifiers().contains(Modifier.PRIVATE)) {
      what = "it is private";
    } else if (!method.getTypeParameters().isEmpty()) {
      what = "it is generic";
    } else if (method.isVarArgs()) {
      what = "it has a variable number of arguments";
    } else if (DurableMethod.contexts(method) > 0) {
      what = "it takes the WorkflowContext, and there is none while a frame is migrated";
    }
    TypeElement record = record(method.getReturnType());
    if (what == null && record == null) {
      what = "it does not return a record that is visible in the package, without type parameters";
    }
    if (what != null) {
      report(
          Problem.ES030,
          method,
          method.getSimpleName(),
          what,
          "Write it as static Moved "
              + method.getSimpleName()
              + "(...) with record Moved(...), whose components are the locals at the new place.");
      return null;
    }
    return record;
  }

  /** Returns a record that the machine can use; null if it is something else. */
  static @Nullable TypeElement record(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.RECORD
            && element.getTypeParameters().isEmpty()
            && !element.getModifiers().contains(Modifier.PRIVATE)
        ? element
        : null;
  }

  static List<Hook.Value> components(TypeElement record) {
    List<Hook.Value> all = new ArrayList<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      all.add(new Hook.Value(component.getSimpleName().toString(), component.asType()));
    }
    return all;
  }

  private @Nullable Target target(ExecutableElement method, String name) {
    Target found = null;
    for (Target target : targets) {
      boolean named =
          name.isEmpty()
              ? target.method().isEntry() || targets.size() == 1
              : target.method().storedName().equals(name) || target.body().former().contains(name);
      found = named && found == null ? target : found;
    }
    if (found == null) {
      report(
          Problem.ES031,
          method,
          method.getSimpleName(),
          "begin",
          name.isEmpty()
              ? "the class has several durable methods"
              : "the class has no durable method " + name,
          "Give method one of "
              + targets.stream().map(target -> target.method().storedName()).toList()
              + ".");
    } else if (!found.method().typeParameters().isEmpty()) {
      report(
          Problem.ES031,
          method,
          method.getSimpleName(),
          "begin",
          found.method().storedName() + " is generic, and a migration does not know its types",
          "Keep the places of a generic method until no run waits there.");
      return null;
    }
    return found;
  }

  private @Nullable StoredFrame stored(ExecutableElement method, Target target, String from) {
    if (baseline == null) {
      report(
          Problem.ES031,
          method,
          method.getSimpleName(),
          "begin",
          "the workflow has no baseline, which says what earlier code stored",
          "Commit the step graph of what is deployed as src/main/everstep/<workflow>.json.");
      return null;
    }
    String name = target.method().storedName();
    Map<String, StoredFrame> frames = baseline.frames(name, target.method().isEntry());
    Map<String, StoredFrame> migrated = baseline.migrated(name, target.method().isEntry());
    for (String former : target.body().former()) { // what the baseline may still call the method
      frames = frames.isEmpty() ? baseline.frames(former, false) : frames;
      migrated = migrated.isEmpty() ? baseline.migrated(former, false) : migrated;
    }
    StoredFrame stored = frames.get(from);
    if (stored == null || (migrated.containsKey(from) && target.stores(from, stored))) {
      // What was accepted stores what this code does: the migration is for frames before that.
      stored = migrated.get(from);
    }
    if (stored == null) {
      Set<String> points = new TreeSet<>(frames.keySet());
      points.addAll(migrated.keySet());
      report(
          Problem.ES031,
          method,
          method.getSimpleName(),
          "begin",
          "the baseline has no point " + from + " in " + name,
          "Its points are " + points + ".");
    }
    return stored;
  }

  private void parameter(
      ExecutableElement method,
      VariableElement parameter,
      String from,
      StoredFrame stored,
      List<Hook.Parameter> to) {
    String name = parameter.getSimpleName().toString();
    Hook.Value value =
        new Hook.Value(name, parameter.asType(), stored.former().getOrDefault(name, List.of()));
    String type = stored.live().get(name);
    TypeElement record = record(parameter.asType());
    if (type == null && name.equals(Hook.ARGUMENTS) && record != null) {
      List<Hook.Value> components = components(record);
      to.add(new Hook.Parameter(value, record, components));
      boolean fits = components.size() == stored.arguments().size();
      List<String> names = List.copyOf(stored.arguments().keySet());
      for (int i = 0; fits && i < components.size(); i++) {
        fits =
            components.get(i).name().equals(names.get(i))
                && Readable.as(stored.arguments().get(names.get(i)), components.get(i).type());
      }
      if (!fits) {
        report(
            Problem.ES032,
            method,
            method.getSimpleName(),
            "record " + record.getSimpleName() + " does not have the arguments of " + from,
            "Its components are " + Readable.shown(stored.arguments()) + ".");
      }
      return;
    }
    to.add(new Hook.Parameter(value, null, List.of()));
    if (type == null) {
      report(
          Problem.ES032,
          method,
          method.getSimpleName(),
          "no local '" + name + "' is stored at " + from,
          "Stored are " + Readable.shown(stored.live()) + ".");
    } else if (!Readable.as(type, parameter.asType())) {
      report(
          Problem.ES032,
          method,
          method.getSimpleName(),
          "local '" + name + "' is stored as " + Readable.simple(type),
          "Declare the parameter so.");
    }
  }

  private void report(Problem problem, ExecutableElement method, Object... arguments) {
    reported = true;
    Tree tree = workflow.trees().getTree(method);
    diagnostics.report(
        problem, Places.of(workflow, tree == null ? workflow.tree() : tree), arguments);
  }
}
