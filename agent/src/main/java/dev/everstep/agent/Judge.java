package dev.everstep.agent;

import dev.everstep.catalogue.Attribute;
import dev.everstep.catalogue.Rule;
import java.io.PrintStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a call in a segment, and has the runtime say so. Called on the segment's
 * thread, which is not guarded meanwhile. Thread-safe.
 */
final class Judge implements Function<@Nullable Object[], @Nullable Throwable> {
  private final Sites sites;
  private final Rules rules;
  private final Callers callers;
  private final Applications applications;
  private final PrintStream problems;
  private final AtomicBoolean faulty = new AtomicBoolean();
  private final Map<String, AtomicLong> seen = new ConcurrentHashMap<>();

  Judge(
      Sites sites, Rules rules, Callers callers, Applications applications, PrintStream problems) {
    this.sites = sites;
    this.rules = rules;
    this.callers = callers;
    this.applications = applications;
    this.problems = problems;
  }

  /** A fault of the agent must not become one of the body: it is said once, and the call made. */
  @Override
  public @Nullable Throwable apply(@Nullable Object[] given) {
    try {
      return judge(given);
    } catch (RuntimeException | LinkageError fault) {
      if (!faulty.getAndSet(true)) {
        problems.println(
            "[ES603] the guard cannot judge a call, which was made: call="
                + sites.get((Integer) given[0]).call()
                + ", reason="
                + fault
                + ". Further ones are not shown. docs/errors/ES603.md");
      }
      return null;
    }
  }

  @SuppressWarnings("unchecked") // what the guard says that it gives
  private @Nullable Throwable judge(@Nullable Object[] given) {
    Site site = sites.get((Integer) given[0]);
    Class<?> boundary = (Class<?>) given[2];
    Function<Map<String, Object>, @Nullable Throwable> hook =
        (Function<Map<String, Object>, @Nullable Throwable>) given[3];
    Finding finding = find(site, given[1]);
    if (finding == null || rules.options().allows(finding.call)) {
      return null;
    }
    Options.Severity severity = rules.options().severity(finding.rule);
    boolean forbidden = severity == Options.Severity.FORBID;
    boolean isLock = site.kind() == Site.Kind.LOCK;
    if (!forbidden && !isLock && site.kind() == Site.Kind.CALL && !isDue(site.reports())) {
      return null;
    }
    List<String> chain = callers.chain(site, finding.call, finding.rule, boundary);
    if (chain.isEmpty()) {
      if (!forbidden && site.kind() == Site.Kind.CALL) {
        site.reports().decrementAndGet();
      }
      return null;
    }
    if (isLock && given[1] != null) {
      ((List<Supplier<@Nullable Throwable>>) given[4]).add(heldAtEnd(site, given[1], chain, hook));
    }
    AtomicLong count = site.reports();
    if (!forbidden && site.kind() != Site.Kind.CALL) {
      String place = finding.rule.group() + "|" + chain.get(0);
      count = seen.computeIfAbsent(place, each -> new AtomicLong());
      if (!isDue(count)) {
        return null;
      }
    }
    Map<String, Object> report = report(finding.call, finding.rule, chain);
    report.put("forbidden", forbidden);
    report.put("count", count.get());
    return hook.apply(report);
  }

  /** What was found: the call, and the rule that speaks of it. */
  private record Finding(String call, Rule rule) {}

  private @Nullable Finding find(Site site, @Nullable Object on) {
    return switch (site.kind()) {
      case CALL, ENTRY, SINK, FAMILY, LOCK -> new Finding(site.call(), site.rule());
      case KEYS ->
          on != null && Values.orderedByIdentity(on) ? new Finding(site.call(), site.rule()) : null;
      case SALTED ->
          on != null && Values.hasOrder(on) ? new Finding(site.call(), site.rule()) : null;
      case CONTAINER ->
          on != null && Values.isMutable(on) ? new Finding(site.call(), site.rule()) : null;
      case TARGET -> on instanceof Field field ? written(site, field) : target(on);
    };
  }

  /** Counts; true the first time and at each power of ten. */
  private static boolean isDue(AtomicLong count) {
    long now = count.incrementAndGet();
    while (now >= 10 && now % 10 == 0) {
      now /= 10;
    }
    return now == 1;
  }

  private static Map<String, Object> report(String call, Rule rule, List<String> chain) {
    Map<String, Object> report = new HashMap<>();
    report.put("call", call);
    report.put("rule", rule.id());
    report.put("reason", rule.reason());
    if (rule.replacement() != null) {
      report.put("replacement", rule.replacement());
    }
    report.put("chain", chain);
    return report;
  }

  private Supplier<@Nullable Throwable> heldAtEnd(
      Site site,
      Object lock,
      List<String> chain,
      Function<Map<String, Object>, @Nullable Throwable> hook) {
    return () -> {
      boolean forbidden = rules.options().mode() == Options.Mode.FORBID;
      AtomicLong count = seen.computeIfAbsent("lock/held|" + chain.get(0), any -> new AtomicLong());
      if (!Values.isHeldHere(lock) || !isDue(count) && !forbidden) {
        return null;
      }
      Map<String, Object> report = new HashMap<>();
      report.put("call", site.call());
      report.put("rule", "lock/held");
      report.put(
          "reason",
          "the lock is still held where the segment ends, and the run goes on on another thread");
      report.put("replacement", "unlock() before the step");
      report.put("chain", chain);
      report.put("forbidden", forbidden);
      report.put("count", count.get());
      return hook.apply(report);
    };
  }

  private @Nullable Finding written(Site site, Field field) {
    Class<?> owner = field.getDeclaringClass();
    ProtectionDomain domain = owner.getProtectionDomain();
    boolean counts =
        Modifier.isStatic(field.getModifiers())
            && applications.contains(
                owner.getName(), domain == null ? null : domain.getCodeSource());
    return counts ? new Finding(owner.getName() + "#" + field.getName(), site.rule()) : null;
  }

  // What is called through reflection, as if it were called directly.

  private @Nullable Finding target(@Nullable Object on) {
    if (on instanceof Method method) {
      return target(method.getDeclaringClass(), method.getName(), method.getParameterTypes());
    } else if (on instanceof Constructor<?> constructor) {
      return target(constructor.getDeclaringClass(), "<init>", constructor.getParameterTypes());
    } else if (on instanceof Object[] handle
        && handle[0] instanceof Class<?> owner
        && handle[1] instanceof String name
        && handle[2] instanceof MethodType type) {
      return target(owner, name, type.parameterArray());
    }
    return null;
  }

  private @Nullable Finding target(Class<?> owner, String name, Class<?>[] parameters) {
    if (!rules.mayName(owner.getName(), name)) {
      return null;
    }
    StringBuilder arguments = new StringBuilder();
    for (Class<?> each : parameters) {
      arguments.append(arguments.length() == 0 ? "" : ",").append(each.getTypeName());
    }
    Rule rule =
        rules.target(owner.getName(), name, arguments.toString(), type -> Values.supertypes(owner));
    return rule == null || rule.has(Attribute.STATIC)
        ? null
        : new Finding(owner.getName() + "#" + name + "(" + arguments + ")", rule);
  }
}
