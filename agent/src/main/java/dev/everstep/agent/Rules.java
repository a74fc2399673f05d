package dev.everstep.agent;

import dev.everstep.catalogue.Attribute;
import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as the agent asks it: which calls to guard where they are made, and which methods
 * of the JDK to guard themselves. Thread-safe. Names are internal ones.
 */
final class Rules {
  /** Rules whose JDK method is guarded, so that no place that calls it has to be. */
  private static final Set<Attribute> IN_BODY =
      Set.of(Attribute.SINK, Attribute.BODY, Attribute.TARGET, Attribute.VALUE, Attribute.AGENT);

  private final Catalogue catalogue;
  private final Options options;
  private final Hierarchy hierarchy;
  private final Set<String> methodNames = new HashSet<>();
  private final Set<String> allNames = new HashSet<>();
  private final Set<String> constructors = new HashSet<>();
  private final Set<String> wholeClasses = new HashSet<>();
  private final Set<String> fieldOwners = new HashSet<>();
  private final Map<String, List<Rule>> bodies = new HashMap<>();
  private final Map<String, Optional<Rule>> jdkCalls = new ConcurrentHashMap<>();

  Rules(Catalogue catalogue, Options options, Hierarchy hierarchy) {
    this.catalogue = catalogue;
    this.options = options;
    this.hierarchy = hierarchy;
    int release = Runtime.version().feature();
    for (Rule rule : catalogue.rules()) {
      if (!isWatched(rule) || !rule.isIn(release)) {
        continue;
      }
      String owner = rule.owner().replace('.', '/');
      if (rule.kind() == Rule.Kind.FIELD) {
        fieldOwners.add(owner);
      } else if (rule.kind() == Rule.Kind.CALL) {
        allNames.add(rule.member());
        if (isGuardedInside(rule)) {
          bodies.computeIfAbsent(owner, each -> new ArrayList<>()).add(rule);
        } else if (rule.member().equals("<init>")) {
          constructors.add(owner);
        } else if (rule.member().equals("*")) {
          wholeClasses.add(owner);
        } else {
          methodNames.add(rule.member());
        }
      }
    }
  }

  Options options() {
    return options;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  private boolean isWatched(Rule rule) {
    return !rule.has(Attribute.STATIC) && options.severity(rule) != Options.Severity.OFF;
  }

  private static boolean isGuardedInside(Rule rule) {
    for (Attribute each : rule.attributes()) {
      if (IN_BODY.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the rules for methods of a JDK class that are guarded themselves. */
  List<Rule> bodies(String owner) {
    return bodies.getOrDefault(owner, List.of());
  }

  /** Returns the JDK classes that have such methods. */
  Set<String> guardedClasses() {
    return bodies.keySet();
  }

  /** Returns whether calls of all methods of some class that a file mentions may count. */
  boolean mentionsWholeClass(ClassFile file) {
    for (String each : wholeClasses) {
      if (file.mentions(each)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a call of this name may have to be guarded, whatever class it is of; cheap. */
  boolean mayBe(String name) {
    return methodNames.contains(name) || name.equals("<init>");
  }

  /** Returns whether some call of this name may have to be guarded; cheap. */
  boolean mayBe(String owner, String name) {
    return name.equals("<init>")
        ? constructors.contains(owner)
        : methodNames.contains(name) || wholeClasses.contains(owner);
  }

  /**
   * Returns the rule because of which a call is guarded where it is made; null if it is not. Of a
   * call that may be one of a static method, this may be a rule that does not hold.
   */
  @Nullable Rule call(String owner, String name, String descriptor, @Nullable ClassLoader loader) {
    return call(owner, name, descriptor, loader, false);
  }

  /**
   * Returns the rule because of which a call is guarded where it is made; null if it is not.
   *
   * @param isStatic whether it is one of a static method
   */
  @Nullable Rule call(
      String owner,
      String name,
      String descriptor,
      @Nullable ClassLoader loader,
      boolean isStatic) {
    if (!mayBe(owner, name)) {
      return null;
    }
    Rule rule;
    if (hierarchy.isJdk(owner)) {
      rule =
          jdkCalls
              .computeIfAbsent(
                  owner + "#" + name + descriptor,
                  key -> Optional.ofNullable(find(owner, name, descriptor, null, false)))
              .orElse(null);
    } else {
      rule = find(owner, name, descriptor, loader, isStatic);
    }
    return rule == null || isGuardedInside(rule) || !isWatched(rule) ? null : rule;
  }

  /** Returns whether some rule may speak of a member of a class; cheap. */
  boolean mayName(String owner, String member) {
    return allNames.contains(member) || wholeClasses.contains(owner.replace('.', '/'));
  }

  /** Returns the rule for what is called through reflection; null if it is no matter. */
  @Nullable Rule target(
      String owner, String name, String arguments, dev.everstep.catalogue.Types types) {
    Rule rule = catalogue.call(owner, name, arguments, types);
    return rule == null || !isWatched(rule) || rule.has(Attribute.TARGET) ? null : rule;
  }

  private @Nullable Rule find(
      String owner,
      String name,
      String descriptor,
      @Nullable ClassLoader loader,
      boolean isStatic) {
    return catalogue.call(
        owner.replace('/', '.'),
        name,
        arguments(descriptor),
        type -> {
          String internal = type.replace('.', '/');
          List<String> supertypes =
              isStatic
                  ? hierarchy.superclasses(internal, loader)
                  : hierarchy.supertypes(internal, loader);
          return supertypes.stream().map(each -> each.replace('/', '.')).toList();
        });
  }

  private static String arguments(String descriptor) {
    StringBuilder names = new StringBuilder();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.append(names.length() == 0 ? "" : ",").append(type.getClassName());
    }
    return names.toString();
  }

  /** Returns whether static fields of a class have rules. */
  boolean hasFields(String owner) {
    return fieldOwners.contains(owner);
  }

  /** Returns the rule for a read of a static field; null if there is none. */
  @Nullable Rule field(String owner, String name) {
    if (!fieldOwners.contains(owner)) {
      return null;
    }
    Rule rule = catalogue.field(owner.replace('/', '.'), name);
    return rule == null || !isWatched(rule) ? null : rule;
  }

  /** Returns the rule for something that bytecode does; null if there is none. */
  @Nullable Rule construct(String name) {
    Rule rule = catalogue.construct(name);
    return rule == null || !isWatched(rule) ? null : rule;
  }
}
