package dev.everstep.verify.reach;

import dev.everstep.catalogue.Attribute;
import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.Rule;
import dev.everstep.catalogue.Verdict;
import dev.everstep.verify.classes.Hierarchy;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.JavaType;
import dev.everstep.verify.read.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rule of the catalogue holds for an operation, as far as bytecode can tell. */
final class Rules {
  private static final Set<String> EVERY_OBJECT =
      Set.of("java.lang.Object", "java.lang.Enum", "java.lang.Record");

  private final Catalogue catalogue;
  private final Hierarchy hierarchy;
  private final IdentityHashes identity;
  private final Map<String, Optional<Rule>> calls = new HashMap<>();
  private final Map<JavaMethod, Boolean> exempt = new HashMap<>();
  private final Set<Rule> used = new HashSet<>();

  Rules(Catalogue catalogue, Hierarchy hierarchy) {
    this.catalogue = catalogue;
    this.hierarchy = hierarchy;
    this.identity = new IdentityHashes(hierarchy);
  }

  /** Returns the rules that decided something, those that allow included. */
  Set<Rule> used() {
    return used;
  }

  /** Returns the rule for a call or a method reference; null if there is none. */
  @Nullable Rule call(Op op, List<Op> around) {
    Rule rule = null;
    if (op.type() != null) {
      rule = of(op.type(), op);
    }
    if (rule == null) {
      rule = of(op.owner(), op);
    }
    if (isOfEveryObject(op) && (rule == null || EVERY_OBJECT.contains(rule.owner()))) {
      String receiver = op.type() == null ? op.owner() : op.type();
      return hidden(op.name(), receiver, op.exact());
    }
    if (rule == null) {
      return null;
    }
    if (rule.has(Attribute.STATIC) && isHarmless(rule, op, around)) {
      return null;
    }
    used.add(rule);
    return rule;
  }

  private static boolean isOfEveryObject(Op op) {
    return op.name().equals("hashCode") && op.descriptor().equals("()I")
        || op.name().equals("toString") && op.descriptor().equals("()Ljava/lang/String;");
  }

  private @Nullable Rule of(String owner, Op op) {
    return calls
        .computeIfAbsent(
            owner + "#" + op.name() + op.descriptor(),
            any -> Optional.ofNullable(find(owner, op.name(), op.descriptor())))
        .orElse(null);
  }

  private @Nullable Rule find(String owner, String name, String descriptor) {
    String binary = owner.replace('/', '.');
    Rule rule = catalogue.call(binary, name, Descriptors.arguments(descriptor), hierarchy);
    if (rule == null || rule.has(Attribute.AGENT)) {
      return null;
    }
    return rule.owner().equals(binary) || !isOverridden(owner, name, descriptor) ? rule : null;
  }

  /**
   * Returns whether an inherited rule says nothing of a method: a static one, which hides the one
   * that the rule is about, or the project's own implementation, which is looked into instead.
   */
  private boolean isOverridden(String owner, String name, String descriptor) {
    JavaType type = hierarchy.classes().find(owner);
    JavaMethod method = type == null ? null : hierarchy.resolve(type, name, descriptor);
    return method != null
        && (method.isStatic() && method.owner().hasCode()
            || method.owner().isProject() && !method.isBodiless());
  }

  private boolean isHarmless(Rule rule, Op op, List<Op> around) {
    if (rule.has(Attribute.VALUE) && rule.member().equals("forEach")) {
      // Making a stream parallel is what is reported.
      return true;
    }
    if (op.harmless() && op.kind() == Op.Kind.CALL) {
      return true;
    }
    // A clock or generator that was made in an allowed way: Clock.fixed(..), new Random(seed).
    return !op.receiver().isEmpty()
        && op.receiver().stream().allMatch(maker -> isAllowed(around.get(maker), maker, around));
  }

  private boolean isAllowed(Op maker, int index, List<Op> around) {
    if (maker.kind() == Op.Kind.NEW) {
      for (Op op : around) {
        if (op.name().equals("<init>") && op.receiver().equals(List.of(index))) {
          return isAllowed(of(op.owner(), op));
        }
      }
      return false;
    }
    return maker.kind() == Op.Kind.CALL && isAllowed(of(maker.owner(), maker));
  }

  private static boolean isAllowed(@Nullable Rule rule) {
    return rule != null && rule.verdict() == Verdict.ALLOW;
  }

  /** Returns the rule for a {@code toString} or {@code hashCode} of an object; null if none. */
  @Nullable Rule hidden(String name, String type, boolean exact) {
    String owner =
        name.equals("toString")
            ? identity.isText(type, exact) ? "java.lang.Object" : null
            : identity.ownerOfHash(type, exact);
    return owner == null ? null : used(catalogue.call(owner, name, "", hierarchy));
  }

  /** Returns the rule for iterating a hash table with keys of a class; null if there is none. */
  @Nullable Rule iteration(String key) {
    return identity.ownerOfHash(key, false) == null
        ? null
        : used(catalogue.construct("hash-iteration"));
  }

  /** Returns the rule for a call through reflection; the arguments may be unknown. */
  @Nullable Rule reflected(Op op) {
    String owner = op.owner().replace('/', '.');
    if (!op.descriptor().isEmpty()) {
      String arguments = op.descriptor().substring(1, op.descriptor().length() - 1);
      Rule rule = catalogue.call(owner, op.name(), arguments, hierarchy);
      return rule == null || rule.has(Attribute.AGENT) ? null : used(rule);
    }
    Rule worst = null;
    for (Rule rule : catalogue.rules()) {
      boolean same = rule.owner().equals(owner) && rule.member().equals(op.name());
      if (same && rule.kind() == Rule.Kind.CALL && !rule.has(Attribute.AGENT)) {
        worst = worst == null || rule.verdict().forbids() ? rule : worst;
      }
    }
    return worst == null ? null : used(worst);
  }

  /** Returns the rule for the read of a static field of the JDK or a library; null if none. */
  @Nullable Rule field(Op op) {
    return used(catalogue.field(op.owner().replace('/', '.'), op.name()));
  }

  /** Returns the rule for something that bytecode does; null if there is none. */
  @Nullable Rule construct(String name) {
    return used(catalogue.construct(name));
  }

  private @Nullable Rule used(@Nullable Rule rule) {
    if (rule != null) {
      used.add(rule);
    }
    return rule;
  }

  /** Returns whether nothing below a method is checked. */
  boolean isExempt(JavaMethod method) {
    return exempt.computeIfAbsent(
        method,
        any ->
            used(catalogue.scope(method.owner().binaryName(), method.summary().name(), hierarchy))
                != null);
  }
}
