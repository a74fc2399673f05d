package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.ObjectUtils;
import org.apache.commons.lang3.builder.ToStringBuilder;

/** Bodies that depend on an order, or a number, that no program has fixed. */
@Durable
@Group("order")
public final class OrderProbes {
  private OrderProbes() {}

  @Probe(call = "java.util.HashMap$KeySet#iterator")
  public static String setOfEnum(WorkflowContext ctx) {
    Set<Colour> colours = new HashSet<>(Arrays.asList(Colour.values()));
    StringBuilder line = new StringBuilder();
    for (Colour colour : colours) {
      line.append(colour).append(' ');
    }
    return line.toString();
  }

  @Probe(call = "java.util.HashMap#forEach")
  public static List<String> mapByEnum(WorkflowContext ctx) {
    Map<Colour, Integer> stock = new HashMap<>();
    for (Colour colour : Colour.values()) {
      stock.put(colour, colour.ordinal());
    }
    List<String> lines = new ArrayList<>();
    stock.forEach((colour, pieces) -> lines.add(colour + "=" + pieces));
    return lines;
  }

  @Probe(call = "java.util.HashMap$KeySet#spliterator")
  public static String mapByClass(WorkflowContext ctx) {
    Map<Class<?>, String> names = new HashMap<>();
    names.put(String.class, "text");
    names.put(BigDecimal.class, "amount");
    names.put(BigInteger.class, "count");
    return names.keySet().stream().map(Class::getSimpleName).collect(Collectors.joining(","));
  }

  @Probe(call = "java.util.concurrent.ConcurrentHashMap$EntrySetView#iterator")
  public static String concurrentMapByEnum(WorkflowContext ctx) {
    Map<Colour, String> names = new ConcurrentHashMap<>();
    for (Colour colour : Colour.values()) {
      names.put(colour, colour.name());
    }
    StringBuilder line = new StringBuilder();
    for (Map.Entry<Colour, String> entry : names.entrySet()) {
      line.append(entry.getValue());
    }
    return line.toString();
  }

  @Probe(call = "java.util.Set#of")
  public static String setOf(WorkflowContext ctx) {
    return String.join(",", Set.of("ada", "barbara", "grace", "edsger"));
  }

  @Probe(call = "java.util.Map#of")
  public static String mapOf(WorkflowContext ctx) {
    StringBuilder query = new StringBuilder("?");
    for (Map.Entry<String, String> entry : Map.of("a", "1", "b", "2", "c", "3").entrySet()) {
      query.append(entry.getKey()).append('=').append(entry.getValue()).append('&');
    }
    return query.toString();
  }

  @Probe(call = "java.util.IdentityHashMap#keySet")
  public static String byIdentity(WorkflowContext ctx) {
    Map<String, Boolean> seen = new IdentityHashMap<>();
    for (String name : List.of("ada", "barbara", "grace", "edsger")) {
      seen.put(name, true);
    }
    return String.join(",", seen.keySet());
  }

  @Probe(call = "java.util.WeakHashMap#keySet")
  public static int weak(WorkflowContext ctx) {
    Map<Object, String> cache = new WeakHashMap<>();
    cache.put(new Object(), "gone soon");
    int left = 0;
    for (Object key : cache.keySet()) {
      left += key == null ? 0 : 1;
    }
    return left;
  }

  @Probe(call = "java.lang.System#identityHashCode")
  public static int identity(WorkflowContext ctx) {
    return System.identityHashCode(new Object()) % 16;
  }

  @Probe(call = "java.lang.Object#toString")
  public static String printed(WorkflowContext ctx) {
    Object lock = new Object();
    return lock.toString();
  }

  @Probe(call = "java.lang.Enum#hashCode")
  public static int shard(WorkflowContext ctx) {
    return Math.floorMod(Colour.RED.hashCode(), 8);
  }

  @Probe(call = "java.lang.Class#getDeclaredMethods")
  public static String methods(WorkflowContext ctx) {
    StringBuilder names = new StringBuilder();
    for (Method method : Colour.class.getDeclaredMethods()) {
      names.append(method.getName());
    }
    return names.toString();
  }

  @Probe(call = "java.util.PriorityQueue#iterator", changesResult = false)
  public static String queue(WorkflowContext ctx) {
    PriorityQueue<Integer> due = new PriorityQueue<>(List.of(5, 1, 4, 2));
    StringBuilder line = new StringBuilder();
    for (Integer next : due) {
      line.append(next);
    }
    return line.toString();
  }

  @Probe(call = "java.util.Set#of", by = Way.HELPER)
  public static String helper(WorkflowContext ctx) {
    return Colour.join(Colour.primary());
  }

  @Probe(call = "java.util.stream.Stream#findAny", by = Way.LAMBDA, changesResult = false)
  public static List<String> any(WorkflowContext ctx) {
    return Stream.of(List.of("a", "b"), List.of("c"))
        .map(names -> names.stream().findAny().orElse(""))
        .toList();
  }

  @Probe(call = "java.lang.System#identityHashCode", by = Way.METHOD_REFERENCE)
  public static List<Integer> identities(WorkflowContext ctx) {
    return Stream.of(new Object(), new Object()).map(System::identityHashCode).toList();
  }

  @Probe(call = "java.util.HashMap$KeySet#iterator", by = Way.INTERFACE)
  public static String iterable(WorkflowContext ctx) {
    Iterable<Colour> colours = Colour.all();
    StringBuilder line = new StringBuilder();
    for (Colour colour : colours) {
      line.append(colour.name().charAt(0));
    }
    return line.toString();
  }

  @Probe(call = "java.util.Set#of", by = Way.STATIC_INITIALISER)
  public static String constant(WorkflowContext ctx) {
    return Colour.NAMES.iterator().next();
  }

  @Probe(call = "java.util.ServiceLoader#load", changesResult = false)
  public static int services(WorkflowContext ctx) {
    int found = 0;
    for (Runnable service : ServiceLoader.load(Runnable.class)) {
      found += service == null ? 0 : 1;
    }
    return found;
  }

  @Probe(call = "java.lang.System#identityHashCode", by = Way.LIBRARY)
  public static String identityText(WorkflowContext ctx) {
    return ObjectUtils.identityToString("order");
  }

  @Probe(call = "java.lang.System#identityHashCode", by = Way.LIBRARY)
  public static String builtText(WorkflowContext ctx) {
    return new ToStringBuilder(new Object()).append("colour", Colour.RED).toString();
  }

  @Probe(call = "java.util.stream.Collectors#toUnmodifiableSet")
  public static String collected(WorkflowContext ctx) {
    return String.join(",", Stream.of("a", "b", "c", "d").collect(Collectors.toUnmodifiableSet()));
  }
}
