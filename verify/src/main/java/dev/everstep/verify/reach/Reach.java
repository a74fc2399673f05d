package dev.everstep.verify.reach;

import dev.everstep.catalogue.Rule;
import dev.everstep.catalogue.Verdict;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.JavaType;
import dev.everstep.verify.read.Op;
import dev.everstep.verify.read.Waiver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call graph of one body. It is searched twice: first to learn of which classes objects are
 * made, while calls gain targets late; then, if there is anything to report, breadth first with all
 * of them known, so that the way to each method is a shortest one.
 */
final class Reach {
  private static final int FALLBACK_MAX = 8;

  private final Program program;
  private final JavaMethod body;
  private final Map<Node, Entry> entries = new LinkedHashMap<>();
  private final Deque<Node> queue = new ArrayDeque<>();
  private final Set<String> made = new HashSet<>();
  private final Map<String, List<JavaType>> madeBelow = new HashMap<>();
  private final Map<Call, Targets> calls = new LinkedHashMap<>();
  private final Map<String, List<Targets>> callsOf = new HashMap<>();
  private final Set<Site.Virtual> fallback = new HashSet<>();
  private final Map<String, Hit> hits = new LinkedHashMap<>();

  /** How a node was reached; a root from nowhere. */
  private record Entry(@Nullable Node from, int line) {}

  /** A virtual call, from code with the same waivers. */
  private record Call(Site.Virtual virtual, List<Declared> waivers, boolean initialising) {}

  /** Who makes a virtual call first, and where it led to so far. */
  private static final class Targets {
    final Call call;
    final Node from;
    final int line;
    boolean found;

    Targets(Call call, Node from, int line) {
      this.call = call;
      this.from = from;
      this.line = line;
    }
  }

  private Reach(Program program, JavaMethod body) {
    this.program = program;
    this.body = body;
  }

  /** What a search has found. */
  record Found(List<Hit> hits, int methods) {}

  /** Searches what a body can reach. */
  static Found search(Program program, JavaMethod body) {
    Reach first = new Reach(program, body);
    first.run();
    if (first.hits.isEmpty()) {
      return new Found(List.of(), first.entries.size());
    }
    Reach second = new Reach(program, body);
    first.made.forEach(second::know);
    second.fallback.addAll(first.fallback);
    second.run();
    return new Found(new ArrayList<>(second.hits.values()), first.entries.size());
  }

  private void run() {
    enter(body, List.of(), false, null, 0);
    if (!body.isStatic()) {
      for (JavaMethod method : body.owner().methods()) {
        if (method.summary().name().equals("<init>")) {
          enter(method, List.of(), false, null, 0);
        }
      }
    }
    do {
      while (!queue.isEmpty()) {
        Node node = queue.remove();
        List<Site> sites = program.sites().of(node.method());
        if (node.field() == null) {
          sites.forEach(site -> visit(node, site));
        } else {
          for (int index : program.fields().makersOf(node.method(), node.field())) {
            visit(node, sites.get(index));
          }
        }
      }
      fallBack();
    } while (!queue.isEmpty());
  }

  private void enter(
      JavaMethod method,
      List<Declared> waivers,
      boolean initialising,
      @Nullable Node from,
      int line) {
    JavaType owner = method.owner();
    if (!owner.hasCode()
        || method.isBodiless()
        || owner.isMachine()
        || initialising && !owner.isProject()
        || program.rules().isExempt(method)) {
      return;
    }
    add(new Node(method, with(waivers, method), initialising, null, false), new Entry(from, line));
  }

  private void add(Node node, Entry entry) {
    if (entries.putIfAbsent(node, entry) == null) {
      queue.add(node);
    }
  }

  private static List<Declared> with(List<Declared> waivers, JavaMethod method) {
    Waiver waiver = method.owner().isProject() ? method.waiver() : null;
    if (waiver == null || waiver.reason().isBlank()) {
      return waivers;
    }
    Declared declared = Program.declared(method, waiver);
    if (waivers.contains(declared)) {
      return waivers;
    }
    List<Declared> more = new ArrayList<>(waivers);
    more.add(declared);
    return List.copyOf(more);
  }

  private void visit(Node node, Site site) {
    Op op = site.op();
    Rule rule = site.rule();
    if (rule != null && (rule.verdict().forbids() || rule.verdict() == Verdict.WARN)) {
      if (counts(node, op, rule)) {
        hit(node, site, rule);
      }
      if (site.initialiser() == null) {
        return;
      }
    }
    boolean initialising = node.initialising() && op.kind() != Op.Kind.REFERENCE;
    for (JavaMethod target : site.targets()) {
      enter(target, node.waivers(), initialising, node, op.line());
    }
    if (site.virtual() != null) {
      call(new Call(site.virtual(), node.waivers(), initialising), node, op.line());
    }
    if (op.kind() == Op.Kind.NEW) {
      make(node, op);
    }
    if (site.initialiser() != null) {
      readStatic(node, op, site.initialiser());
    }
  }

  /** Of what initialises a class, only what is forbidden counts, and what has no order. */
  private static boolean counts(Node node, Op op, Rule rule) {
    if (!node.initialising()) {
      return true;
    }
    return switch (op.kind()) {
      case CALL, REFERENCE, REFLECTED ->
          rule.verdict().forbids() || node.ordered() && rule.group().equals("order");
      case GET_STATIC -> rule.kind() == Rule.Kind.FIELD;
      default -> false;
    };
  }

  private void readStatic(Node node, Op op, JavaMethod initialiser) {
    JavaType owner = initialiser.owner();
    if (initialiser.equals(node.method()) && op.name().equals(node.field())) {
      return;
    }
    List<Declared> waivers = with(node.waivers(), initialiser);
    boolean ordered = !op.harmless();
    add(new Node(initialiser, waivers, true, op.name(), ordered), new Entry(node, op.line()));
    if (owner.isEnum()) {
      // Each constant may be the receiver: the code names one, or goes over all of them.
      add(new Node(initialiser, waivers, true, "$VALUES", false), new Entry(node, op.line()));
    }
  }

  private void call(Call call, Node node, int line) {
    if (calls.containsKey(call)) {
      return;
    }
    Targets targets = new Targets(call, node, line);
    calls.put(call, targets);
    callsOf.computeIfAbsent(call.virtual().type(), any -> new ArrayList<>()).add(targets);
    for (JavaType type : List.copyOf(madeBelow.getOrDefault(call.virtual().type(), List.of()))) {
      lead(targets, type);
    }
    if (fallback.contains(call.virtual())) {
      fallBack(targets);
    }
  }

  private void lead(Targets targets, JavaType type) {
    Site.Virtual virtual = targets.call.virtual();
    JavaMethod method = program.hierarchy().resolve(type, virtual.name(), virtual.descriptor());
    if (method != null) {
      targets.found = true;
      enter(
          method, targets.call.waivers(), targets.call.initialising(), targets.from, targets.line);
    }
  }

  private void make(Node node, Op op) {
    JavaType type = program.sites().made(op);
    if (type == null || !type.hasCode()) {
      return;
    }
    know(type.name());
    for (JavaMethod method : program.callbacks().of(type)) {
      enter(method, node.waivers(), false, node, op.line());
    }
  }

  /** Takes note that there are objects of a class. */
  private void know(String name) {
    JavaType type = program.hierarchy().classes().find(name);
    if (type == null || !made.add(name)) {
      return;
    }
    List<String> all = new ArrayList<>(program.hierarchy().above(name));
    all.add(name);
    for (String each : all) {
      madeBelow.computeIfAbsent(each, any -> new ArrayList<>()).add(type);
      for (Targets targets : List.copyOf(callsOf.getOrDefault(each, List.of()))) {
        lead(targets, type);
      }
    }
  }

  /** Leads calls on the project's types that found no object to the classes that there are. */
  private void fallBack() {
    for (Targets targets : List.copyOf(calls.values())) {
      Site.Virtual virtual = targets.call.virtual();
      JavaType type = program.hierarchy().classes().find(virtual.type());
      if (!targets.found && type != null && type.isProject() && fallback.add(virtual)) {
        fallBack(targets);
      }
    }
  }

  private void fallBack(Targets targets) {
    program.implementers(targets.call.virtual().type()).stream()
        .limit(FALLBACK_MAX)
        .forEach(type -> lead(targets, type));
  }

  private void hit(Node node, Site site, Rule rule) {
    int line = site.op().line();
    String key = node.method() + ":" + line + ":" + site.call() + ":" + rule.id();
    Declared by = null;
    String covered = null;
    for (Declared each : node.waivers()) {
      covered = each.covers(site.call(), rule.api());
      if (covered != null) {
        by = each;
        break;
      }
    }
    Hit before = hits.get(key);
    if (before == null || before.by() != null && by == null) {
      hits.put(key, new Hit(body, rule, site.call(), way(node, line), by, covered));
    }
  }

  private List<Hit.Step> way(Node node, int line) {
    Deque<Hit.Step> way = new ArrayDeque<>();
    Set<Node> passed = new LinkedHashSet<>();
    int at = line;
    for (Node each = node; each != null && passed.add(each); ) {
      if (each == node || !each.method().isBridge()) {
        way.addFirst(new Hit.Step(each.method(), at));
      }
      Entry entry = entries.get(each);
      at = entry == null ? 0 : entry.line();
      each = entry == null ? null : entry.from();
    }
    return new ArrayList<>(way);
  }
}
