package dev.everstep.verify.reach;

import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.Rule;
import dev.everstep.verify.classes.ClassPath;
import dev.everstep.verify.classes.Hierarchy;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.JavaType;
import dev.everstep.verify.classes.Origin;
import dev.everstep.verify.read.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A project with its class path: its bodies, and what each of them can reach. */
public final class Program {
  private static final String CONTEXT = "Ldev/everstep/WorkflowContext;";

  private final Hierarchy hierarchy;
  private final List<JavaType> project;
  private final Rules rules;
  private final StaticFields fields;
  private final Sites sites;
  private final Callbacks callbacks;
  private final Map<String, List<JavaType>> implementers = new HashMap<>();
  private final List<JavaMethod> bodies = new ArrayList<>();
  private final List<JavaMethod> siblingBodies = new ArrayList<>();
  private int methods;

  /** Reads the project's classes. */
  public Program(ClassPath classes, Catalogue catalogue) {
    hierarchy = new Hierarchy(classes);
    project = classes.project();
    rules = new Rules(catalogue, hierarchy);
    fields = new StaticFields(hierarchy, project);
    sites = new Sites(hierarchy, rules, fields);
    callbacks = new Callbacks(hierarchy);
    for (JavaType type : project) {
      if (type.isMachine()) {
        continue;
      }
      if (!type.isAbstract()) {
        for (String above : hierarchy.above(type.name())) {
          implementers.computeIfAbsent(above, any -> new ArrayList<>()).add(type);
        }
      }
      if (type.summary().durable()) {
        boolean own = type.origin() == Origin.PROJECT;
        type.methods().stream()
            .filter(Program::isBody)
            .forEach(own ? bodies::add : siblingBodies::add);
      }
    }
  }

  private static boolean isBody(JavaMethod method) {
    String descriptor = method.summary().descriptor();
    String parameters = descriptor.substring(0, descriptor.indexOf(')'));
    // Migration code runs between segments as a body does in them, and may run again, too.
    return (parameters.contains(CONTEXT) || method.summary().migrates())
        && !method.isSynthetic()
        && !method.isBodiless();
  }

  /** Returns the durable methods, those of siblings left aside, in the order of their classes. */
  public List<JavaMethod> bodies() {
    return bodies;
  }

  /**
   * Returns what a body reaches that has a rule. What it reaches through another body is left out:
   * that one is told of it.
   */
  public List<Hit> hits(JavaMethod body) {
    Reach.Found found = Reach.search(this, body);
    methods += found.methods();
    Set<JavaMethod> others = new HashSet<>(bodies);
    others.addAll(siblingBodies);
    others.remove(body);
    return found.hits().stream()
        .filter(hit -> hit.way().stream().noneMatch(step -> others.contains(step.method())))
        .toList();
  }

  /** Returns how many methods the bodies so far reach, each counted for each body. */
  public int methods() {
    return methods;
  }

  /** Returns the {@code @Deterministic}s of the project, in the order of their classes' names. */
  public Set<Declared> waivers() {
    Set<Declared> found = new LinkedHashSet<>();
    for (JavaType type : project) {
      if (type.isMachine() || type.origin() != Origin.PROJECT) {
        continue;
      }
      Waiver ofClass = type.summary().waiver();
      if (ofClass != null) {
        found.add(new Declared(type.binaryName(), ofClass));
      }
      for (JavaMethod method : type.methods()) {
        if (method.summary().waiver() != null) {
          found.add(declared(method, method.summary().waiver()));
        }
      }
    }
    return found;
  }

  static Declared declared(JavaMethod method, Waiver waiver) {
    boolean own = method.summary().waiver() != null;
    return new Declared(own ? method.display() : method.owner().binaryName(), waiver);
  }

  /** Returns the rules that decided something for what the bodies so far reach. */
  public Set<Rule> usedRules() {
    return rules.used();
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  Rules rules() {
    return rules;
  }

  StaticFields fields() {
    return fields;
  }

  Sites sites() {
    return sites;
  }

  Callbacks callbacks() {
    return callbacks;
  }

  List<JavaType> implementers(String type) {
    return implementers.getOrDefault(type, List.of());
  }
}
