package dev.everstep.verify.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hash tables that a method makes: the classes of their keys, from what is put into them and
 * from the declared types of the locals that hold them, and where their order is seen.
 */
final class HashTables {
  private static final Pattern FIRST_ARGUMENT = Pattern.compile("<([\\[]*)L([^<;]+)[<;]");
  private static final Set<String> COLLECTORS =
      Set.of("toSet", "groupingBy", "toMap", "toUnmodifiableSet", "toConcurrentMap");

  private final Map<Integer, Set<String>> keys = new HashMap<>();
  private final Map<Integer, Integer> seen = new HashMap<>();
  private final List<Store> stores = new ArrayList<>();
  private int line;

  /** Where a table is stored to a local. */
  private record Store(int slot, Set<Integer> tables, int at) {}

  /** A place where a table with keys of a class is iterated. */
  record Iteration(String key, int line) {}

  void made(int op) {
    keys.put(op, new LinkedHashSet<>());
  }

  void stored(int slot, Value value, int at) {
    Set<Integer> tables = of(value);
    if (!tables.isEmpty()) {
      stores.add(new Store(slot, tables, at));
    }
  }

  /** The declared type of a local, which javac says behind the code. */
  void local(int slot, String signature, int start, int end) {
    Matcher matcher = FIRST_ARGUMENT.matcher(signature);
    if (matcher.find()) {
      String key = matcher.group(1).isEmpty() ? matcher.group(2) : "[L" + matcher.group(2) + ";";
      for (Store store : stores) {
        // The local is in scope from the instruction behind the store.
        if (store.slot() == slot && store.at() <= start + 1 && store.at() <= end) {
          boolean nearest =
              stores.stream()
                  .noneMatch(
                      other ->
                          other.slot() == slot
                              && other.at() > store.at()
                              && other.at() <= start + 1);
          if (nearest || store.at() >= start) {
            store.tables().forEach(table -> keys.get(table).add(key));
          }
        }
      }
    }
  }

  private Set<Integer> of(Value value) {
    Set<Integer> tables = new HashSet<>(value.makers());
    tables.retainAll(keys.keySet());
    return tables;
  }

  /** A table was returned, or handed to somebody; that alone shows nothing of its order. */
  void shown(Value value) {}

  void called(
      int op,
      String owner,
      String name,
      @Nullable Value receiver,
      List<Value> arguments,
      List<Op> ops,
      int at) {
    line = at;
    if (receiver != null) {
      for (int table : of(receiver)) {
        boolean puts =
            name.equals("add")
                || name.equals("put")
                || name.equals("putIfAbsent")
                || name.equals("merge")
                || name.startsWith("compute");
        if (puts && !arguments.isEmpty()) {
          String key = arguments.get(0).type();
          if (key != null) {
            keys.get(table).add(key);
          }
        } else if (JdkCalls.iterates(name)) {
          seen.putIfAbsent(table, line);
        }
      }
    }
    if (JdkCalls.isOfJdk(owner) && !JdkCalls.ignoresOrder(owner, name)) {
      arguments.forEach(argument -> of(argument).forEach(table -> seen.putIfAbsent(table, line)));
    }
    if (name.equals("collect") && arguments.size() == 1 && isHashing(arguments.get(0), ops)) {
      made(op);
    }
  }

  private static boolean isHashing(Value collector, List<Op> ops) {
    for (int maker : collector.makers()) {
      Op op = ops.get(maker);
      boolean withSupplier = op.descriptor().contains("Ljava/util/function/Supplier;");
      if (op.owner().equals("java/util/stream/Collectors")
          && COLLECTORS.contains(op.name())
          && !withSupplier) {
        return true;
      }
    }
    return false;
  }

  Set<Iteration> iterations() {
    Set<Iteration> iterations = new LinkedHashSet<>();
    seen.forEach(
        (table, where) -> {
          for (String key : keys.get(table)) {
            iterations.add(new Iteration(key, where));
          }
        });
    return iterations;
  }
}
