package dev.everstep.verify.reach;

import dev.everstep.catalogue.Rule;
import dev.everstep.verify.classes.Hierarchy;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.JavaType;
import dev.everstep.verify.read.MethodSummary;
import dev.everstep.verify.read.Op;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Site}s of methods, once for each. */
final class Sites {
  private final Hierarchy hierarchy;
  private final Rules rules;
  private final StaticFields fields;
  private final Map<JavaMethod, List<Site>> known = new HashMap<>();

  Sites(Hierarchy hierarchy, Rules rules, StaticFields fields) {
    this.hierarchy = hierarchy;
    this.rules = rules;
    this.fields = fields;
  }

  /** Returns the sites of a method. One stands for each of its operations, in their order. */
  List<Site> of(JavaMethod method) {
    List<Site> sites = known.get(method);
    if (sites == null) {
      sites = make(method);
      known.put(method, sites);
    }
    return sites;
  }

  private List<Site> make(JavaMethod method) {
    List<Site> sites = new ArrayList<>();
    MethodSummary summary = method.summary();
    for (Op op : summary.ops()) {
      sites.add(site(method, op));
    }
    if (method.owner().isProject() && Modifier.isSynchronized(summary.access())) {
      Op enter =
          new Op(
              Op.Kind.MONITOR,
              Op.Mode.STATIC,
              "",
              "",
              "",
              summary.line(),
              null,
              false,
              false,
              List.of(),
              List.of());
      sites.add(construct(enter, "monitorenter", ""));
    }
    return sites;
  }

  private Site site(JavaMethod method, Op op) {
    boolean project = method.owner().isProject();
    boolean initialiser = method.summary().name().equals("<clinit>");
    return switch (op.kind()) {
      case CALL -> call(method, op);
      case REFERENCE -> op.harmless() ? nothing(op) : call(method, op);
      case REFLECTED -> reflected(op);
      case NEW -> nothing(op);
      case GET_STATIC -> read(op, project, initialiser);
      case PUT_STATIC ->
          project && !initialiser
              ? construct(op, "putstatic", op.owner().replace('/', '.') + "." + op.name())
              : nothing(op);
      case MONITOR -> project ? construct(op, "monitorenter", "") : nothing(op);
      case TEXT -> hidden(op, "toString", "()Ljava/lang/String;");
      case HASH -> hidden(op, "hashCode", "()I");
      case ITERATE -> {
        Rule rule = rules.iteration(op.owner());
        String key = op.owner().startsWith("[") ? Descriptors.type(op.owner()) : op.owner();
        yield rule == null
            ? nothing(op)
            : found(op, rule, "!hash-iteration " + key.replace('/', '.'));
      }
      case CHANGE_STATIC -> nothing(op);
    };
  }

  private static Site nothing(Op op) {
    return new Site(op, null, "", List.of(), null, null);
  }

  private static Site found(Op op, Rule rule, String call) {
    return new Site(op, rule, call, List.of(), null, null);
  }

  private Site construct(Op op, String name, String what) {
    Rule rule = rules.construct(name);
    return rule == null ? nothing(op) : found(op, rule, ("!" + name + " " + what).strip());
  }

  private Site call(JavaMethod method, Op op) {
    Rule rule = rules.call(op, method.summary().ops());
    if (rule != null) {
      String owner = receiver(op, rule);
      return found(
          op, rule, Descriptors.call(owner, op.name(), Descriptors.arguments(op.descriptor())));
    }
    return dispatch(op, op.owner(), op.name(), op.descriptor());
  }

  /** Returns the class that a finding names: the receiver's if that is what the rule is about. */
  private static String receiver(Op op, Rule rule) {
    boolean named = rule.owner().equals(op.owner().replace('/', '.'));
    boolean typed = op.type() != null && !op.type().startsWith("[");
    return typed && (!named || op.owner().equals("java/lang/Object")) ? op.type() : op.owner();
  }

  private Site dispatch(Op op, String owner, String name, String descriptor) {
    boolean closer =
        op.type() != null && !op.type().startsWith("[") && hierarchy.isBelow(op.type(), owner);
    String named = closer && op.type() != null ? op.type() : owner;
    JavaType type = named.startsWith("[") ? null : hierarchy.classes().find(named);
    if (type == null) {
      return nothing(op);
    }
    JavaMethod target = hierarchy.resolve(type, name, descriptor);
    List<JavaMethod> targets =
        target != null && target.owner().hasCode() && !target.isBodiless()
            ? List.of(target)
            : List.of();
    boolean isFinal =
        target != null && (!target.isOverridable() || Modifier.isFinal(target.summary().access()));
    boolean open = op.mode() == Op.Mode.VIRTUAL && !(closer && op.exact()) && !isFinal;
    return new Site(
        op, null, "", targets, open ? new Site.Virtual(named, name, descriptor) : null, null);
  }

  private Site hidden(Op op, String name, String descriptor) {
    Rule rule = rules.hidden(name, op.owner(), op.exact());
    if (rule != null) {
      String owner = op.owner().startsWith("[") ? Descriptors.type(op.owner()) : op.owner();
      return found(op, rule, Descriptors.call(owner, name, ""));
    }
    JavaType type = op.owner().startsWith("[") ? null : hierarchy.classes().find(op.owner());
    return type == null || !type.isProject()
        ? nothing(op)
        : dispatch(op, op.owner(), name, descriptor);
  }

  private Site reflected(Op op) {
    Rule rule = rules.reflected(op);
    if (rule != null) {
      String arguments =
          op.descriptor().isEmpty()
              ? ""
              : op.descriptor().substring(1, op.descriptor().length() - 1);
      return found(op, rule, Descriptors.call(op.owner(), op.name(), arguments));
    }
    JavaType type = hierarchy.classes().find(op.owner());
    List<JavaMethod> targets = new ArrayList<>();
    if (type != null && type.hasCode()) {
      for (JavaMethod each : type.methods()) {
        String arguments = "(" + Descriptors.arguments(each.summary().descriptor()) + ")";
        boolean same = op.descriptor().isEmpty() || op.descriptor().equals(arguments);
        if (each.summary().name().equals(op.name()) && same) {
          targets.add(each);
        }
      }
    }
    return new Site(op, null, "", targets, null, null);
  }

  private Site read(Op op, boolean project, boolean inInitialiser) {
    Rule rule = rules.field(op);
    if (rule != null) {
      return found(op, rule, op.owner().replace('/', '.') + "::" + op.name());
    }
    JavaType owner = fields.owner(op);
    if (owner == null || !owner.isProject() || !project) {
      return nothing(op);
    }
    String construct = inInitialiser ? null : fields.constructOf(op);
    JavaMethod initialiser = owner.declared("<clinit>", "()V");
    if (construct != null) {
      Site site = construct(op, construct, op.owner().replace('/', '.') + "." + op.name());
      return new Site(op, site.rule(), site.call(), List.of(), null, initialiser);
    }
    return new Site(op, null, "", List.of(), null, initialiser);
  }

  /** Returns the initialised class of an operation that makes an object; null if not known. */
  @Nullable JavaType made(Op op) {
    return hierarchy.classes().find(op.owner());
  }
}
