package dev.everstep.verify.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Writes down the operations of one method, and what becomes of their results. */
final class Recorder {
  private static final Set<String> CONTEXT =
      Set.of("dev/everstep/WorkflowContext", "dev/everstep/StepCalls");
  private static final String STRING = "java/lang/String";

  private final boolean withInputs;
  private final List<Op> ops = new ArrayList<>();
  private final BitSet shown = new BitSet();
  private final BitSet lookedUp = new BitSet();
  private final BitSet given = new BitSet();
  private final BitSet sequential = new BitSet();
  private final Reflection reflection = new Reflection();
  private final HashTables tables = new HashTables();
  private final Map<Label, Integer> labels = new HashMap<>();
  private int line;
  private int firstLine;
  private int instructions;

  /**
   * Creates one.
   *
   * @param withInputs whether operations say what their arguments come from
   */
  Recorder(boolean withInputs) {
    this.withInputs = withInputs;
  }

  void line(int number) {
    line = number;
    firstLine = firstLine == 0 ? number : Math.min(firstLine, number);
  }

  int firstLine() {
    return firstLine;
  }

  void label(Label label) {
    labels.put(label, ++instructions);
  }

  private int add(
      Op.Kind kind,
      Op.Mode mode,
      String owner,
      String name,
      String descriptor,
      @Nullable Value receiver,
      List<Value> arguments) {
    Set<Integer> inputs = new HashSet<>();
    if (withInputs) {
      arguments.forEach(argument -> inputs.addAll(argument.makers()));
      if (receiver != null) {
        inputs.addAll(receiver.makers());
      }
    }
    boolean known = receiver != null && receiver.known();
    String type = receiver == null ? null : receiver.type();
    ops.add(
        new Op(
            kind,
            mode,
            owner,
            name,
            descriptor,
            line,
            owner.equals(type) && !receiver.exact() ? null : type,
            receiver != null && receiver.exact() && type != null,
            false,
            known ? sorted(receiver.makers()) : List.of(),
            sorted(inputs)));
    return ops.size() - 1;
  }

  private static List<Integer> sorted(Set<Integer> numbers) {
    return numbers.stream().sorted().toList();
  }

  private int addAbout(Op.Kind kind, String type) {
    return add(kind, Op.Mode.VIRTUAL, type, "", "", null, List.of());
  }

  /** Notes that a value leaves what the method does with it in sight. */
  void use(Value value) {
    value.makers().forEach(shown::set);
    tables.shown(value);
    if (value.constant() instanceof Value.Elements elements) {
      for (Value element : elements.values) {
        if (element.constant() != elements) {
          element.makers().forEach(shown::set);
        }
      }
    }
  }

  void stored(int slot, Value value) {
    tables.stored(slot, value, ++instructions);
  }

  void local(int slot, String signature, Label start, Label end) {
    tables.local(slot, signature, labels.getOrDefault(start, 0), labels.getOrDefault(end, 0));
  }

  void storeElement(Value array, Value element) {
    if (array.constant() instanceof Value.Elements elements) {
      elements.values.add(element);
    } else {
      use(element);
    }
    changed(array);
  }

  /** Notes that what a static field holds is changed. */
  private void changed(Value value) {
    for (int maker : value.makers()) {
      Op op = ops.get(maker);
      if (op.kind() == Op.Kind.GET_STATIC) {
        add(
            Op.Kind.CHANGE_STATIC,
            Op.Mode.STATIC,
            op.owner(),
            op.name(),
            op.descriptor(),
            null,
            List.of(value));
      }
    }
  }

  void monitor() {
    add(Op.Kind.MONITOR, Op.Mode.STATIC, "", "", "", null, List.of());
  }

  Value made(String type) {
    int op = addAbout(Op.Kind.NEW, type);
    if (JdkCalls.isHashed(type)) {
      tables.made(op);
    }
    return Value.from(op, type, true);
  }

  Value getStatic(String owner, String name, String descriptor, @Nullable String type) {
    Object primitive = Reflection.primitive(owner, name);
    if (primitive != null) {
      return Value.constant(primitive, "java/lang/Class");
    }
    int op = add(Op.Kind.GET_STATIC, Op.Mode.STATIC, owner, name, descriptor, null, List.of());
    return Value.from(op, type, false);
  }

  void putStatic(String owner, String name, String descriptor, Value value) {
    use(value);
    add(Op.Kind.PUT_STATIC, Op.Mode.STATIC, owner, name, descriptor, null, List.of(value));
  }

  Value call(
      Op.Mode mode,
      String owner,
      String name,
      String descriptor,
      @Nullable Value receiver,
      List<Value> arguments) {
    if (owner.equals("java/util/Objects") && name.equals("requireNonNull")) {
      // Of a bound method reference, too: javac asks for the receiver to be there.
      return arguments.get(0);
    }
    noteUses(owner, name, receiver, arguments);
    hiddenCalls(owner, name, arguments);
    if (owner.equals("java/lang/reflect/Field")
        && receiver != null
        && receiver.constant() instanceof Reflection.Field field
        && !arguments.isEmpty()
        && arguments.get(0).equals(Value.NULL)) {
      reflectedField(name, field, arguments);
    }
    Reflection.Result looked = reflection.call(owner, name, receiver, arguments);
    if (looked.called() != null) {
      Value.Member member = looked.called();
      add(
          Op.Kind.REFLECTED,
          Op.Mode.VIRTUAL,
          member.owner().replace('.', '/'),
          member.name(),
          member.arguments() == null ? "" : "(" + member.arguments() + ")",
          null,
          arguments);
    } else {
      int op = add(Op.Kind.CALL, mode, owner, name, descriptor, receiver, arguments);
      if (owner.equals("java/util/stream/StreamSupport")
          && arguments.get(arguments.size() - 1).constant() instanceof Integer flag
          && flag == 0) {
        sequential.set(op);
      }
      if (receiver != null && JdkCalls.changes(owner, name)) {
        changed(receiver);
      }
      tables.called(op, owner, name, receiver, arguments, ops, line);
      Type result = Type.getReturnType(descriptor);
      Value value = Value.from(op, Flow.className(result), false);
      return looked.constant() == null ? value : value.with(looked.constant());
    }
    return Value.of(Flow.className(Type.getReturnType(descriptor)));
  }

  private void reflectedField(String name, Reflection.Field field, List<Value> arguments) {
    String owner = field.owner().replace('.', '/');
    if (name.startsWith("set") && arguments.size() == 2) {
      putStatic(owner, field.name(), "", arguments.get(1));
    } else if (name.startsWith("get")) {
      use(getStatic(owner, field.name(), "", null));
    }
  }

  private void noteUses(
      String owner, String name, @Nullable Value receiver, List<Value> arguments) {
    boolean toSteps = CONTEXT.contains(owner);
    boolean unordered = JdkCalls.ignoresOrder(owner, name);
    for (Value argument : arguments) {
      if (toSteps) {
        argument.makers().forEach(given::set);
      } else if (unordered) {
        argument.makers().forEach(lookedUp::set);
      } else {
        use(argument);
      }
    }
    if (receiver != null && !name.equals("<init>")) {
      receiver.makers().forEach(JdkCalls.isLookUp(name) ? lookedUp::set : shown::set);
    }
  }

  /** Notes the toString and hashCode that a method of the JDK calls on its arguments. */
  private void hiddenCalls(String owner, String name, List<Value> arguments) {
    Op.Kind kind =
        switch (owner + "#" + name) {
          case "java/lang/String#valueOf",
              "java/lang/StringBuilder#append",
              "java/lang/StringBuffer#append",
              "java/lang/String#format",
              "java/lang/String#formatted",
              "java/io/PrintStream#println",
              "java/io/PrintStream#print",
              "java/util/Objects#toString" ->
              Op.Kind.TEXT;
          case "java/util/Objects#hash",
              "java/util/Objects#hashCode",
              "java/util/Arrays#hashCode" ->
              Op.Kind.HASH;
          default -> null;
        };
    if (kind != null) {
      for (Value argument : arguments) {
        hidden(kind, argument);
      }
    }
  }

  private void hidden(Op.Kind kind, Value value) {
    if (value.constant() instanceof Value.Elements elements) {
      elements.values.forEach(element -> about(kind, element));
    } else {
      about(kind, value);
    }
  }

  private void about(Op.Kind kind, Value value) {
    String type = value.type();
    if (type != null
        && !type.equals(STRING)
        && !type.equals("[C")
        && (value.exact() || !type.equals("java/lang/Object"))) {
      addAbout(kind, type);
    }
  }

  Value dynamic(Handle bootstrap, Object[] constants, @Nullable String type, List<Value> captured) {
    if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
      captured.forEach(value -> about(Op.Kind.TEXT, value));
      captured.forEach(this::use);
      return Value.of(type);
    }
    if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
        && constants.length > 1
        && constants[1] instanceof Handle target) {
      return reference(target, type, captured);
    }
    captured.forEach(this::use);
    return Value.of(type);
  }

  private Value reference(Handle target, @Nullable String type, List<Value> captured) {
    Op.Mode mode =
        switch (target.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Op.Mode.STATIC;
          case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Op.Mode.SPECIAL;
          default -> Op.Mode.VIRTUAL;
        };
    boolean bound = mode == Op.Mode.VIRTUAL && !captured.isEmpty();
    if (bound && JdkCalls.isLookUp(target.getName())) {
      captured.get(0).makers().forEach(lookedUp::set);
    } else {
      captured.forEach(this::use);
    }
    if (target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      addAbout(Op.Kind.NEW, target.getOwner());
    }
    Value receiver = bound ? captured.get(0) : null;
    int op =
        add(
            Op.Kind.REFERENCE,
            mode,
            target.getOwner(),
            target.getName(),
            target.getDesc(),
            receiver,
            captured);
    return Value.from(op, type, true);
  }

  void end() {
    for (HashTables.Iteration iteration : tables.iterations()) {
      line = iteration.line();
      addAbout(Op.Kind.ITERATE, iteration.key());
    }
  }

  /** Returns the operations. */
  List<Op> ops() {
    List<Op> all = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      boolean harmless =
          op.kind() == Op.Kind.REFERENCE
              ? given.get(i) && !shown.get(i)
              : sequential.get(i) || !shown.get(i) && (lookedUp.get(i) || given.get(i));
      all.add(
          harmless
              ? new Op(
                  op.kind(),
                  op.mode(),
                  op.owner(),
                  op.name(),
                  op.descriptor(),
                  op.line(),
                  op.type(),
                  op.exact(),
                  true,
                  op.receiver(),
                  op.inputs())
              : op);
    }
    return all;
  }
}
