package dev.everstep.agent;

import dev.everstep.catalogue.Attribute;
import dev.everstep.catalogue.Rule;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts a call of the guard before each call in a class that the catalogue names. The arguments are
 * on the stack by then and stay there: no branch, no local, no frame changes.
 *
 * <p>A method reference is called by whoever got it, mostly the JDK, which is not looked into. So
 * it is made to refer to a method that is added to the class, as javac does for a lambda: that asks
 * the guard, then makes the call. To a class that is loaded already no methods can be added, and a
 * hidden one cannot refer to them; there the guard is asked where the reference is made. One that
 * has them keeps them when it is changed again, by a mock of it say, since a loaded class must not
 * lose methods either.
 */
final class GuardedCalls extends ClassVisitor {
  /** The beginning of the names of added methods. */
  static final String REFERENCE = "everstep$reference$";

  private static final int SERIALIZABLE = 1;
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

  /**
   * The class at hand.
   *
   * @param name internal
   * @param loader its loader
   * @param file as it is before
   * @param canAdd whether methods can be added
   * @param isApplication whether its statics are watched
   */
  record Target(
      String name, ClassLoader loader, ClassFile file, boolean canAdd, boolean isApplication) {}

  /** A method to add. */
  private record Added(String name, String descriptor, Handle to, int site, int line) {}

  private final Target target;
  private final Rules rules;
  private final Sites sites;
  private final Hierarchy hierarchy;
  private final Trusted trusted;
  private final List<Added> added = new ArrayList<>();
  private boolean isInterface;
  private int count;

  GuardedCalls(
      ClassVisitor out,
      Target target,
      Rules rules,
      Sites sites,
      Hierarchy hierarchy,
      Trusted trusted) {
    super(Opcodes.ASM9, out);
    this.target = target;
    this.rules = rules;
    this.sites = sites;
    this.hierarchy = hierarchy;
    this.trusted = trusted;
  }

  /** Returns whether methods were added. */
  boolean hasAdded() {
    return !added.isEmpty();
  }

  /** Returns how many calls are guarded now. */
  int count() {
    return count;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
    boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
    return out == null ? null : new Calls(out, name, descriptor, isSynchronized);
  }

  @Override
  public void visitEnd() {
    for (Added each : added) {
      write(each);
    }
    super.visitEnd();
  }

  private int site(Site.Kind kind, String call, Rule rule) {
    count++;
    return sites.add(new Site(kind, target.name().replace('/', '.'), call, rule));
  }

  private static String call(String owner, String name, String descriptor) {
    StringBuilder call = new StringBuilder(owner.replace('/', '.'));
    call.append('#').append(name).append('(');
    String comma = "";
    for (Type type : Type.getArgumentTypes(descriptor)) {
      String of = type.getClassName();
      boolean plain = of.startsWith("java.lang.") && of.lastIndexOf('.') == 9;
      call.append(comma).append(plain ? of.substring(10) : of);
      comma = ",";
    }
    return call.append(')').toString();
  }

  static void pushAndCall(MethodVisitor out, int site, String method, String descriptor) {
    push(out, site);
    out.visitMethodInsn(Opcodes.INVOKESTATIC, GuardClass.INTERNAL_NAME, method, descriptor, false);
  }

  private static void push(MethodVisitor out, int number) {
    if (number <= Short.MAX_VALUE) {
      out.visitIntInsn(Opcodes.SIPUSH, number);
    } else {
      out.visitLdcInsn(number);
    }
  }

  private void write(Added each) {
    MethodVisitor out =
        super.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            each.name(),
            each.descriptor(),
            null,
            null);
    out.visitCode();
    net.bytebuddy.jar.asm.Label start = new net.bytebuddy.jar.asm.Label();
    out.visitLabel(start);
    out.visitLineNumber(each.line(), start);
    pushAndCall(out, each.site(), "call", "(I)V");
    Handle to = each.to();
    boolean isNew = to.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    int stack = 1;
    if (isNew) {
      out.visitTypeInsn(Opcodes.NEW, to.getOwner());
      out.visitInsn(Opcodes.DUP);
      stack = 2;
    }
    int local = 0;
    for (Type type : Type.getArgumentTypes(each.descriptor())) {
      out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      local += type.getSize();
    }
    out.visitMethodInsn(
        switch (to.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          default -> Opcodes.INVOKEVIRTUAL;
        },
        to.getOwner(),
        to.getName(),
        to.getDesc(),
        to.isInterface());
    Type result = Type.getReturnType(each.descriptor());
    out.visitInsn(result.getOpcode(Opcodes.IRETURN));
    out.visitMaxs(Math.max(stack + local, result.getSize()), local);
    out.visitEnd();
  }

  private final class Calls extends MethodVisitor {
    private final String method;
    private final String descriptor;
    private final boolean inInitializer;
    private final boolean isSynchronized;
    private int line;
    private boolean deeper;

    Calls(MethodVisitor out, String method, String descriptor, boolean isSynchronized) {
      super(Opcodes.ASM9, out);
      this.method = method;
      this.descriptor = descriptor;
      this.inInitializer = method.equals("<clinit>");
      this.isSynchronized = isSynchronized;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (isSynchronized) {
        monitor();
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.MONITORENTER && !inInitializer) {
        monitor();
      }
      super.visitInsn(opcode);
    }

    private void monitor() {
      Rule rule = target.isApplication() ? unlessTrusted(rules.construct("monitorenter")) : null;
      if (rule != null) {
        guard(Site.Kind.CALL, "synchronized", rule);
      }
    }

    @Override
    public void visitLineNumber(int number, net.bytebuddy.jar.asm.Label start) {
      line = number;
      super.visitLineNumber(number, start);
    }

    /** Returns the rule, unless nothing here is to be guarded by it. */
    private @Nullable Rule unlessTrusted(@Nullable Rule rule) {
      return rule == null
              || rule.has(Attribute.OWN) && !target.isApplication()
              || trusted.covers(
                  target.name().replace('/', '.'), method, descriptor, rule.api(), rule)
          ? null
          : rule;
    }

    private void guard(Site.Kind kind, String call, Rule rule) {
      deeper = true;
      if (kind == Site.Kind.LOCK || kind == Site.Kind.CONTAINER) {
        super.visitInsn(Opcodes.DUP);
        pushAndCall(mv, site(kind, call, rule), "value", "(Ljava/lang/Object;I)V");
      } else {
        pushAndCall(mv, site(kind, call, rule), "call", "(I)V");
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean ofInterface) {
      boolean isStatic = opcode == Opcodes.INVOKESTATIC;
      Rule rule =
          inInitializer
              ? null
              : unlessTrusted(rules.call(owner, name, type, target.loader(), isStatic));
      if (rule != null) {
        boolean isLock =
            rule.group().equals("lock") && name.startsWith("lock") && type.startsWith("()");
        guard(isLock ? Site.Kind.LOCK : Site.Kind.CALL, call(owner, name, type), rule);
      }
      super.visitMethodInsn(opcode, owner, name, type, ofInterface);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      boolean isRead = opcode == Opcodes.GETSTATIC;
      boolean isStatic = isRead || opcode == Opcodes.PUTSTATIC;
      if (inInitializer || !isStatic) {
        super.visitFieldInsn(opcode, owner, name, type);
        return;
      }
      Rule rule = isRead ? unlessTrusted(rules.field(owner, name)) : null;
      Statics.Use use =
          target.isApplication() ? Statics.use(isRead, target, owner, name, type, hierarchy) : null;
      String call = owner.replace('/', '.') + "#" + name;
      if (rule != null) {
        guard(Site.Kind.CALL, owner.replace('/', '.') + "::" + name, rule);
      } else if (use != null && use != Statics.Use.CONTAINER) {
        Rule of = unlessTrusted(rules.construct(use.construct()));
        if (of != null) {
          guard(Site.Kind.CALL, call, of);
        }
      }
      super.visitFieldInsn(opcode, owner, name, type);
      if (use == Statics.Use.CONTAINER) {
        Rule of = unlessTrusted(rules.construct(use.construct()));
        if (of != null) {
          guard(Site.Kind.CONTAINER, call, of);
        }
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String type, Handle bootstrap, Object... arguments) {
      if (bootstrap.getOwner().equals(METAFACTORY)
          && arguments.length > 1
          && arguments[1] instanceof Handle to) {
        boolean isStatic = to.getTag() == Opcodes.H_INVOKESTATIC;
        Rule rule =
            unlessTrusted(
                rules.call(to.getOwner(), to.getName(), to.getDesc(), target.loader(), isStatic));
        if (rule != null) {
          boolean canBeSwapped =
              target.canAdd()
                  && to.getTag() != Opcodes.H_INVOKESPECIAL
                  && !(arguments.length > 3
                      && arguments[3] instanceof Integer flags
                      && (flags & SERIALIZABLE) != 0);
          if (canBeSwapped) {
            arguments = arguments.clone();
            arguments[1] = added(to, rule);
          } else if (!inInitializer) {
            guard(Site.Kind.CALL, call(to.getOwner(), to.getName(), to.getDesc()), rule);
          }
        }
      }
      super.visitInvokeDynamicInsn(name, type, bootstrap, arguments);
    }

    private Handle added(Handle to, Rule rule) {
      String type = to.getDesc();
      if (to.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
        type = type.substring(0, type.indexOf(')') + 1) + "L" + to.getOwner() + ";";
      } else if (to.getTag() != Opcodes.H_INVOKESTATIC) {
        String receiver = to.getOwner().startsWith("[") ? to.getOwner() : "L" + to.getOwner() + ";";
        type = "(" + receiver + type.substring(1);
      }
      String name = REFERENCE + added.size();
      int site = site(Site.Kind.CALL, call(to.getOwner(), to.getName(), to.getDesc()), rule);
      added.add(new Added(name, type, to, site, line));
      return new Handle(Opcodes.H_INVOKESTATIC, target.name(), name, type, isInterface);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
      super.visitMaxs(deeper ? stack + 2 : stack, locals);
    }
  }
}
