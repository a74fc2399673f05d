package dev.everstep.verify.reach;

import dev.everstep.verify.classes.Hierarchy;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.JavaType;
import dev.everstep.verify.read.FieldSummary;
import dev.everstep.verify.read.Op;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The static fields of a project: what their values are made of, and which of them change. */
final class StaticFields {
  private static final int SYNTHETIC = 0x1000;

  private final Hierarchy hierarchy;
  private final Set<String> changed = new HashSet<>();
  private final Map<String, List<Integer>> parts = new HashMap<>();

  StaticFields(Hierarchy hierarchy, List<JavaType> project) {
    this.hierarchy = hierarchy;
    for (JavaType type : project) {
      for (JavaMethod method : type.methods()) {
        if (!method.summary().name().equals("<clinit>")) {
          for (Op op : method.summary().ops()) {
            if (op.kind() == Op.Kind.CHANGE_STATIC) {
              changed.add(key(op));
            }
          }
        }
      }
    }
  }

  private String key(Op op) {
    JavaType owner = owner(op);
    return (owner == null ? op.owner() : owner.name()) + "." + op.name();
  }

  /** Returns the class that declares the field of an operation; null if it is not known. */
  @Nullable JavaType owner(Op op) {
    JavaType named = hierarchy.classes().find(op.owner());
    if (named == null || named.field(op.name()) != null) {
      return named;
    }
    for (String above : hierarchy.above(op.owner())) {
      JavaType type = hierarchy.classes().find(above);
      if (type != null && type.field(op.name()) != null) {
        return type;
      }
    }
    return null;
  }

  /**
   * Returns the construct of the catalogue that a read is; null if it is none. A field that is
   * final counts as a container only if code of the project changes what it holds.
   */
  @Nullable String constructOf(Op read) {
    JavaType owner = owner(read);
    FieldSummary field = owner == null ? null : owner.field(read.name());
    if (field == null || (field.access() & SYNTHETIC) != 0) {
      return null;
    }
    if (!Modifier.isFinal(field.access())) {
      return "getstatic-mutable";
    }
    return changed.contains(key(read)) ? "getstatic-container" : null;
  }

  /**
   * Returns the operations of the class initialiser that make the value of a field: those that it
   * comes from, and the calls on objects that it comes from.
   */
  List<Integer> makersOf(JavaMethod initialiser, String field) {
    return parts.computeIfAbsent(
        initialiser.owner().name() + "." + field, any -> find(initialiser, field));
  }

  private static List<Integer> find(JavaMethod initialiser, String field) {
    List<Op> ops = initialiser.summary().ops();
    Deque<Integer> open = new ArrayDeque<>();
    int start = 0;
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      boolean own = op.owner().equals(initialiser.owner().name());
      if (op.kind() == Op.Kind.PUT_STATIC && own) {
        if (op.name().equals(field)) {
          open.addAll(op.inputs());
          if (isChosen(op, ops)) {
            IntStream.range(start, i).forEach(open::add);
          }
        }
        start = i + 1;
      }
      if (op.kind() == Op.Kind.GET_STATIC && own && op.name().equals(field)) {
        open.add(i);
      }
    }
    return closed(open, ops);
  }

  /**
   * Returns whether a condition chose the value, which it leaves no trace in: a constant, or one of
   * several that were made in different ways.
   */
  private static boolean isChosen(Op put, List<Op> ops) {
    Set<String> ways = new HashSet<>();
    for (int input : put.inputs()) {
      Op op = ops.get(input);
      ways.add(op.kind() + op.owner() + op.name() + op.descriptor());
    }
    return ways.size() != 1;
  }

  private static List<Integer> closed(Deque<Integer> open, List<Op> ops) {
    Set<Integer> found = new TreeSet<>();
    while (!open.isEmpty()) {
      int each = open.remove();
      if (found.add(each)) {
        open.addAll(ops.get(each).inputs());
        for (int i = 0; i < ops.size(); i++) {
          if (ops.get(i).kind() == Op.Kind.CALL && ops.get(i).receiver().contains(each)) {
            open.add(i);
          }
        }
      }
    }
    return new ArrayList<>(found);
  }
}
