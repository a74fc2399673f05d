package dev.everstep.verify.read;

import java.util.Set;

/** What methods of the JDK's collections do to what they are called on. */
final class JdkCalls {
  private static final Set<String> LOOK_UPS =
      Set.of(
          "contains",
          "containsAll",
          "containsKey",
          "containsValue",
          "get",
          "getOrDefault",
          "isEmpty",
          "size",
          "equals");

  private static final Set<String> UNORDERED_CONSUMERS =
      Set.of("removeAll", "retainAll", "containsAll", "equals");

  private static final Set<String> SORTED =
      Set.of(
          "java/util/TreeSet",
          "java/util/TreeMap",
          "java/util/concurrent/ConcurrentSkipListSet",
          "java/util/concurrent/ConcurrentSkipListMap",
          "java/util/EnumMap");

  private static final Set<String> ITERATIONS =
      Set.of(
          "iterator",
          "spliterator",
          "forEach",
          "stream",
          "toArray",
          "toString",
          "keySet",
          "values",
          "entrySet",
          "keys",
          "elements",
          "replaceAll",
          "removeIf",
          "hashCode");

  private static final Set<String> HASHED =
      Set.of(
          "java/util/HashMap",
          "java/util/HashSet",
          "java/util/Hashtable",
          "java/util/concurrent/ConcurrentHashMap");

  private static final Set<String> CHANGES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "put",
          "putAll",
          "putIfAbsent",
          "remove",
          "removeAll",
          "removeIf",
          "removeFirst",
          "removeLast",
          "retainAll",
          "clear",
          "set",
          "setLength",
          "append",
          "insert",
          "delete",
          "push",
          "pop",
          "poll",
          "pollFirst",
          "pollLast",
          "offer",
          "offerFirst",
          "offerLast",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge",
          "replace",
          "replaceAll",
          "increment",
          "decrement",
          "incrementAndGet",
          "decrementAndGet",
          "getAndIncrement",
          "getAndDecrement",
          "getAndAdd",
          "addAndGet",
          "getAndSet",
          "getAndUpdate",
          "updateAndGet",
          "accumulate",
          "accumulateAndGet",
          "getAndAccumulate",
          "lazySet",
          "compareAndSet",
          "sort",
          "flip",
          "next",
          "nextInt",
          "nextLong",
          "nextDouble",
          "nextBoolean",
          "nextFloat",
          "nextGaussian",
          "nextBytes",
          "ints",
          "longs",
          "doubles",
          "setSeed",
          "split",
          "sumThenReset",
          "reset");

  private JdkCalls() {}

  static boolean isOfJdk(String owner) {
    return owner.startsWith("java/") || owner.startsWith("javax/");
  }

  /** Returns whether a call shows nothing of the order in which its receiver is iterated. */
  static boolean isLookUp(String name) {
    return LOOK_UPS.contains(name);
  }

  /** Returns whether a call shows nothing of the order of its arguments. */
  static boolean ignoresOrder(String owner, String name) {
    return UNORDERED_CONSUMERS.contains(name)
        || SORTED.contains(owner)
        || HASHED.contains(owner) && (name.equals("<init>") || name.endsWith("All"))
        || owner.equals("java/util/EnumSet")
        || owner.equals("java/util/Set") && name.equals("copyOf")
        || owner.equals("java/util/Map") && name.equals("copyOf");
  }

  /** Returns whether a call depends on the order in which its receiver is iterated. */
  static boolean iterates(String name) {
    return ITERATIONS.contains(name);
  }

  /** Returns whether a class iterates in the order of hash codes. */
  static boolean isHashed(String type) {
    return HASHED.contains(type);
  }

  /** Returns whether a call changes its receiver, which is of the JDK. */
  static boolean changes(String owner, String name) {
    return isOfJdk(owner) && CHANGES.contains(name);
  }
}
