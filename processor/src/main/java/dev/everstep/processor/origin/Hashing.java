package dev.everstep.processor.origin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives values numbers: the same to values that are made in the same way, whatever graphs they
 * stand in. Values that need each other, those of a loop, are told apart by refining their numbers
 * with those of their operands until no more come up (Weisfeiler and Leman, 1968); and since each
 * of them depends on all, all enter the number of each.
 */
final class Hashing {
  /** Far apart in a loop, what is different is so by its text, which is in the number of all. */
  private static final int ROUNDS_MAX = 24;

  private static final HexFormat HEX = HexFormat.of();

  private final Map<Long, String> texts = new HashMap<>();
  private final Map<String, Long> labels = new HashMap<>();
  private final Map<Value, Integer> found = new IdentityHashMap<>();
  private final Map<Value, Integer> lowest = new IdentityHashMap<>();
  private final Map<Value, Boolean> waiting = new IdentityHashMap<>();
  private final Deque<Value> component = new ArrayDeque<>();

  /** Returns the fingerprint of a value. */
  String of(Value value) {
    if (!value.isHashed()) {
      search(value);
    }
    return texts.computeIfAbsent(value.hash(), HEX::toHexDigits);
  }

  private record Visit(Value value, int[] next) {}

  /** Finds what needs each other, operands first (Tarjan, 1972), without recursion. */
  private void search(Value root) {
    Deque<Visit> open = new ArrayDeque<>();
    begin(root, open);
    while (!open.isEmpty()) {
      Visit visit = open.element();
      Value value = visit.value();
      if (visit.next()[0] < value.operands().size()) {
        Value operand = value.operands().get(visit.next()[0]++);
        if (operand.isHashed()) {
          continue;
        }
        if (!found.containsKey(operand)) {
          begin(operand, open);
        } else if (waiting.containsKey(operand)) {
          lower(value, found.get(operand));
        }
      } else {
        open.pop();
        if (!open.isEmpty()) {
          lower(open.element().value(), lowest.get(value));
        }
        if (lowest.get(value).equals(found.get(value))) {
          close(value);
        }
      }
    }
  }

  private void begin(Value value, Deque<Visit> open) {
    found.put(value, found.size());
    lowest.put(value, found.get(value));
    waiting.put(value, true);
    component.push(value);
    open.push(new Visit(value, new int[1]));
  }

  private void lower(Value value, int to) {
    lowest.merge(value, to, Math::min);
  }

  private void close(Value value) {
    List<Value> members = new ArrayList<>();
    Value member;
    do {
      member = component.pop();
      waiting.remove(member);
      members.add(member);
    } while (member != value);
    if (members.size() == 1 && !value.operands().contains(value)) {
      value.hash(combine(value, value.operands().stream().mapToLong(Value::hash).toArray()));
    } else {
      refine(members);
    }
  }

  private void refine(List<Value> members) {
    Map<Value, Integer> places = new IdentityHashMap<>();
    members.forEach(member -> places.put(member, places.size()));
    long[][] fixed = new long[members.size()][];
    int[][] inner = new int[members.size()][];
    long[] numbers = new long[members.size()];
    for (int i = 0; i < numbers.length; i++) {
      Value member = members.get(i);
      int count = member.operands().size();
      fixed[i] = new long[count];
      inner[i] = new int[count];
      numbers[i] = label(member);
      for (int j = 0; j < count; j++) {
        Value operand = member.operands().get(j);
        inner[i][j] = operand.isHashed() ? -1 : places.get(operand);
        fixed[i][j] = operand.hash();
      }
    }
    long classes = classes(numbers);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      long[] finer = new long[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        long[] operands = fixed[i].clone();
        for (int j = 0; j < operands.length; j++) {
          operands[j] = inner[i][j] < 0 ? operands[j] : numbers[inner[i][j]];
        }
        finer[i] = combine(members.get(i), operands);
      }
      numbers = finer;
      long more = classes(numbers);
      if (more == classes && round > 0) {
        break;
      }
      classes = more;
    }
    long[] all = numbers.clone();
    Arrays.sort(all);
    long together = all.length;
    for (long one : all) {
      together = mix(together, one);
    }
    for (int i = 0; i < numbers.length; i++) {
      members.get(i).hash(mix(numbers[i], together));
    }
  }

  private static long classes(long[] numbers) {
    return Arrays.stream(numbers).sorted().distinct().count();
  }

  private long combine(Value value, long[] found) {
    long[] operands = value.ordered() ? found : Arrays.stream(found).sorted().distinct().toArray();
    long number = mix(label(value), operands.length);
    for (long operand : operands) {
      number = mix(number, operand);
    }
    return number;
  }

  private long label(Value value) {
    return labels.computeIfAbsent(value.label(), Hashing::digest);
  }

  private static long digest(String text) {
    try {
      return ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
          .getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Mixes two numbers, the order mattering, with the finalizer of SplitMix64. */
  private static long mix(long one, long other) {
    long z = one * 0x9E3779B97F4A7C15L + other;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
