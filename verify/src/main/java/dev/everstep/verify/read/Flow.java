package dev.everstep.verify.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Runs the instructions of a method over what is known of values, and tells {@link Recorder} of the
 * operations.
 *
 * <p>One pass in the order of the bytecode, states joined where forward jumps meet. What a jump
 * back brings is not known at its target; javac writes no loop whose condition or body would need
 * it. ASM's own analysis is exact there, but needs a tree of each method and a fixed point, for
 * every class of every library that is reached.
 */
final class Flow extends MethodVisitor {
  private final Recorder recorder;
  private final Map<Label, State> states = new HashMap<>();
  private final Map<Label, String> handlers = new HashMap<>();
  private State state = new State();
  private boolean dead;

  Flow(
      Recorder recorder,
      String owner,
      int access,
      String descriptor,
      @Nullable MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.recorder = recorder;
    int slot = 0;
    if ((access & Opcodes.ACC_STATIC) == 0) {
      state.store(slot++, Value.of(owner));
    }
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      state.store(slot, Value.of(className(argument)));
      slot += argument.getSize();
    }
  }

  /** Returns the class of a value; null for primitives. */
  static @Nullable String className(Type type) {
    return switch (type.getSort()) {
      case Type.OBJECT -> type.getInternalName();
      case Type.ARRAY -> type.getDescriptor();
      default -> null;
    };
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    handlers.put(handler, type == null ? "java/lang/Throwable" : type);
  }

  @Override
  public void visitLabel(Label label) {
    recorder.label(label);
    State joined = states.remove(label);
    if (dead) {
      if (joined != null) {
        state = joined;
      } else {
        state.stack.clear();
      }
      String caught = handlers.get(label);
      if (caught != null) {
        state.stack.clear();
        state.push(Value.of(caught));
      }
      dead = false;
    } else if (joined != null) {
      state = state.or(joined);
    }
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    recorder.line(line);
  }

  private void jump(Label target) {
    State before = states.get(target);
    states.put(target, before == null ? state.copy() : before.or(state));
  }

  private void end() {
    dead = true;
    state = state.copy();
  }

  private void push(Type type, Value value) {
    if (type.getSize() == 2) {
      state.pushWide(value);
    } else if (type.getSize() == 1) {
      state.push(value);
    }
  }

  private Value pop(Type type) {
    return type.getSize() == 2 ? state.popWide() : state.pop();
  }

  private void binary() {
    Value right = state.pop();
    state.push(state.pop().or(right).into(null));
  }

  private void binaryWide() {
    Value right = state.popWide();
    state.pushWide(state.popWide().or(right).into(null));
  }

  @Override
  public void visitInsn(int opcode) {
    switch (opcode) {
      case Opcodes.ACONST_NULL -> state.push(Value.NULL);
      case Opcodes.ICONST_M1,
          Opcodes.ICONST_0,
          Opcodes.ICONST_1,
          Opcodes.ICONST_2,
          Opcodes.ICONST_3,
          Opcodes.ICONST_4,
          Opcodes.ICONST_5 ->
          state.push(Value.constant(opcode - Opcodes.ICONST_0, null));
      case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> state.push(Value.UNKNOWN);
      case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 ->
          state.pushWide(Value.UNKNOWN);
      case Opcodes.IALOAD, Opcodes.FALOAD, Opcodes.BALOAD, Opcodes.CALOAD, Opcodes.SALOAD -> {
        state.pop();
        state.push(state.pop().into(null));
      }
      case Opcodes.LALOAD, Opcodes.DALOAD -> {
        state.pop();
        state.pushWide(state.pop().into(null));
      }
      case Opcodes.AALOAD -> {
        state.pop();
        Value array = state.pop();
        state.push(array.into(elementOf(array.type())));
      }
      case Opcodes.IASTORE,
          Opcodes.FASTORE,
          Opcodes.BASTORE,
          Opcodes.CASTORE,
          Opcodes.SASTORE,
          Opcodes.AASTORE -> {
        Value value = state.pop();
        state.pop();
        recorder.storeElement(state.pop(), value);
      }
      case Opcodes.LASTORE, Opcodes.DASTORE -> {
        Value value = state.popWide();
        state.pop();
        recorder.storeElement(state.pop(), value);
      }
      case Opcodes.POP -> state.pop();
      case Opcodes.POP2 -> state.popWide();
      case Opcodes.DUP -> state.dup(1, 0);
      case Opcodes.DUP_X1 -> state.dup(1, 1);
      case Opcodes.DUP_X2 -> state.dup(1, 2);
      case Opcodes.DUP2 -> state.dup(2, 0);
      case Opcodes.DUP2_X1 -> state.dup(2, 1);
      case Opcodes.DUP2_X2 -> state.dup(2, 2);
      case Opcodes.SWAP -> {
        Value top = state.pop();
        Value below = state.pop();
        state.push(top);
        state.push(below);
      }
      case Opcodes.IADD,
          Opcodes.ISUB,
          Opcodes.IMUL,
          Opcodes.IDIV,
          Opcodes.IREM,
          Opcodes.FADD,
          Opcodes.FSUB,
          Opcodes.FMUL,
          Opcodes.FDIV,
          Opcodes.FREM,
          Opcodes.ISHL,
          Opcodes.ISHR,
          Opcodes.IUSHR,
          Opcodes.IAND,
          Opcodes.IOR,
          Opcodes.IXOR,
          Opcodes.FCMPL,
          Opcodes.FCMPG ->
          binary();
      case Opcodes.LADD,
          Opcodes.LSUB,
          Opcodes.LMUL,
          Opcodes.LDIV,
          Opcodes.LREM,
          Opcodes.DADD,
          Opcodes.DSUB,
          Opcodes.DMUL,
          Opcodes.DDIV,
          Opcodes.DREM,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR ->
          binaryWide();
      case Opcodes.LSHL, Opcodes.LSHR, Opcodes.LUSHR -> state.pop();
      case Opcodes.INEG, Opcodes.FNEG, Opcodes.LNEG, Opcodes.DNEG, Opcodes.NOP -> {}
      case Opcodes.I2L, Opcodes.I2D, Opcodes.F2L, Opcodes.F2D ->
          state.pushWide(state.pop().into(null));
      case Opcodes.L2I, Opcodes.L2F, Opcodes.D2I, Opcodes.D2F ->
          state.push(state.popWide().into(null));
      case Opcodes.I2F, Opcodes.F2I, Opcodes.I2B, Opcodes.I2C, Opcodes.I2S, Opcodes.ARRAYLENGTH ->
          state.push(state.pop().into(null));
      case Opcodes.L2D, Opcodes.D2L -> state.pushWide(state.popWide().into(null));
      case Opcodes.LCMP, Opcodes.DCMPL, Opcodes.DCMPG -> {
        Value right = state.popWide();
        state.push(state.popWide().or(right).into(null));
      }
      case Opcodes.ARETURN -> {
        recorder.use(state.pop());
        end();
      }
      case Opcodes.IRETURN,
          Opcodes.FRETURN,
          Opcodes.LRETURN,
          Opcodes.DRETURN,
          Opcodes.RETURN,
          Opcodes.ATHROW ->
          end();
      case Opcodes.MONITORENTER -> {
        state.pop();
        recorder.monitor();
      }
      case Opcodes.MONITOREXIT -> state.pop();
      default -> throw new IllegalArgumentException("opcode " + opcode);
    }
  }

  private static @Nullable String elementOf(@Nullable String array) {
    if (array == null || !array.startsWith("[")) {
      return null;
    }
    return className(Type.getType(array.substring(1)));
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY) {
      state.pop();
      state.push(Value.constant(new Value.Elements(), "[I"));
    } else {
      state.push(Value.constant(operand, null));
    }
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    switch (opcode) {
      case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ALOAD -> state.push(state.load(slot));
      case Opcodes.LLOAD, Opcodes.DLOAD -> state.pushWide(state.load(slot));
      case Opcodes.ISTORE, Opcodes.FSTORE -> state.store(slot, state.pop());
      case Opcodes.ASTORE -> {
        Value value = state.pop();
        state.store(slot, value);
        recorder.stored(slot, value);
      }
      case Opcodes.LSTORE, Opcodes.DSTORE -> state.store(slot, state.popWide());
      default -> {}
    }
  }

  @Override
  public void visitIincInsn(int slot, int increment) {
    state.store(slot, state.load(slot).with(null));
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    switch (opcode) {
      case Opcodes.NEW -> state.push(recorder.made(type));
      case Opcodes.ANEWARRAY -> {
        state.pop();
        String array = type.startsWith("[") ? "[" + type : "[L" + type + ";";
        state.push(Value.constant(new Value.Elements(), array));
      }
      case Opcodes.CHECKCAST -> state.push(state.pop().as(type));
      default -> state.push(state.pop().into(null));
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    Type type = Type.getType(descriptor);
    switch (opcode) {
      case Opcodes.GETSTATIC ->
          push(type, recorder.getStatic(owner, name, descriptor, className(type)));
      case Opcodes.PUTSTATIC -> recorder.putStatic(owner, name, descriptor, pop(type));
      case Opcodes.GETFIELD -> push(type, state.pop().into(className(type)));
      default -> {
        recorder.use(pop(type));
        state.pop();
      }
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    List<Value> arguments = arguments(descriptor);
    Value receiver = opcode == Opcodes.INVOKESTATIC ? null : state.pop();
    Op.Mode mode =
        switch (opcode) {
          case Opcodes.INVOKESTATIC -> Op.Mode.STATIC;
          case Opcodes.INVOKESPECIAL -> Op.Mode.SPECIAL;
          default -> Op.Mode.VIRTUAL;
        };
    Value result = recorder.call(mode, owner, name, descriptor, receiver, arguments);
    push(Type.getReturnType(descriptor), result);
  }

  private List<Value> arguments(String descriptor) {
    Type[] types = Type.getArgumentTypes(descriptor);
    List<Value> values = new ArrayList<>();
    for (int i = types.length - 1; i >= 0; i--) {
      Value value = pop(types[i]);
      String declared = className(types[i]);
      boolean untyped = value.type() == null && !value.equals(Value.NULL);
      values.add(0, untyped && declared != null ? value.as(declared) : value);
    }
    return values;
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... constants) {
    List<Value> captured = arguments(descriptor);
    Type type = Type.getReturnType(descriptor);
    push(type, recorder.dynamic(bootstrap, constants, className(type), captured));
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    switch (opcode) {
      case Opcodes.GOTO -> {
        jump(label);
        end();
      }
      case Opcodes.JSR -> {
        state.push(Value.UNKNOWN);
        jump(label);
        state.pop();
      }
      case Opcodes.IF_ICMPEQ,
          Opcodes.IF_ICMPNE,
          Opcodes.IF_ICMPLT,
          Opcodes.IF_ICMPGE,
          Opcodes.IF_ICMPGT,
          Opcodes.IF_ICMPLE,
          Opcodes.IF_ACMPEQ,
          Opcodes.IF_ACMPNE -> {
        state.popWide();
        jump(label);
      }
      default -> {
        state.pop();
        jump(label);
      }
    }
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    choose(otherwise, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    choose(otherwise, labels);
  }

  private void choose(Label otherwise, Label[] labels) {
    state.pop();
    jump(otherwise);
    for (Label label : labels) {
      jump(label);
    }
    end();
  }

  @Override
  public void visitLdcInsn(Object constant) {
    if (constant instanceof Long || constant instanceof Double) {
      state.pushWide(Value.UNKNOWN);
    } else if (constant instanceof String) {
      state.push(Value.constant(constant, "java/lang/String"));
    } else if (constant instanceof Integer) {
      state.push(Value.constant(constant, null));
    } else if (constant instanceof Type type && type.getSort() != Type.METHOD) {
      Value.Klass klass = new Value.Klass(type.getClassName());
      state.push(Value.constant(klass, "java/lang/Class"));
    } else if (constant instanceof ConstantDynamic dynamic && dynamic.getSize() == 2) {
      state.pushWide(Value.UNKNOWN);
    } else {
      state.push(Value.UNKNOWN);
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    for (int i = 0; i < dimensions; i++) {
      state.pop();
    }
    state.push(Value.of(descriptor));
  }

  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String signature,
      Label start,
      Label end,
      int slot) {
    if (signature != null) {
      recorder.local(slot, signature, start, end);
    }
  }

  @Override
  public void visitEnd() {
    recorder.end();
  }
}
