package dev.everstep.agent;

import dev.everstep.catalogue.Attribute;
import dev.everstep.catalogue.Rule;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts a call of the guard first into methods of a class of the JDK. What is thrown there is thrown
 * before anything is done.
 */
final class GuardedBodies extends ClassVisitor {
  private static final int UNGUARDABLE = Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT;
  private static final String HANDLE = "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Object;I)V";

  private final String type;
  private final List<Rule> rules;
  private final Sites sites;
  private int count;

  GuardedBodies(ClassVisitor out, String type, List<Rule> rules, Sites sites) {
    super(Opcodes.ASM9, out);
    this.type = type;
    this.rules = rules;
    this.sites = sites;
  }

  /** Returns how many methods are guarded now. */
  int count() {
    return count;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
    Rule rule = rule(name, descriptor);
    boolean isOpen = (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    if (out == null
        || rule == null
        || (access & UNGUARDABLE) != 0
        || !isOpen && !rule.has(Attribute.AGENT)) {
      return out;
    }
    count++;
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    return new MethodVisitor(Opcodes.ASM9, out) {
      @Override
      public void visitCode() {
        super.visitCode();
        guard(mv, rule, name, descriptor, isStatic);
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(Math.max(stack, 4), locals);
      }
    };
  }

  private @Nullable Rule rule(String name, String descriptor) {
    for (Rule rule : rules) {
      if (rule.member().equals(name)
          && (rule.arguments() == null || rule.arguments().equals(arguments(descriptor)))) {
        return rule;
      }
    }
    return null;
  }

  private void guard(
      MethodVisitor out, Rule rule, String name, String descriptor, boolean isStatic) {
    String call = type + "#" + name + "(" + arguments(descriptor) + ")";
    Site.Kind kind = kind(rule);
    int site = sites.add(new Site(kind, type, call, rule));
    if (kind == Site.Kind.TARGET && type.endsWith("$Lookup") && !name.equals("unreflect")) {
      out.visitVarInsn(Opcodes.ALOAD, 1);
      if (name.equals("findConstructor")) {
        out.visitLdcInsn("<init>");
        out.visitVarInsn(Opcodes.ALOAD, 2);
      } else {
        out.visitVarInsn(Opcodes.ALOAD, 2);
        out.visitVarInsn(Opcodes.ALOAD, 3);
      }
      GuardedCalls.pushAndCall(out, site, "handle", HANDLE);
    } else if (kind == Site.Kind.TARGET || kind == Site.Kind.KEYS || kind == Site.Kind.SALTED) {
      // A constructor's own object cannot be passed on before it is one: its argument is meant.
      boolean first = isStatic || name.equals("<init>") || name.equals("unreflect");
      out.visitVarInsn(Opcodes.ALOAD, first && !isStatic ? 1 : 0);
      GuardedCalls.pushAndCall(out, site, "value", "(Ljava/lang/Object;I)V");
    } else {
      GuardedCalls.pushAndCall(out, site, "call", "(I)V");
    }
  }

  private static Site.Kind kind(Rule rule) {
    if (rule.has(Attribute.TARGET)) {
      return Site.Kind.TARGET;
    } else if (rule.has(Attribute.VALUE)) {
      return rule.has(Attribute.BODY) ? Site.Kind.FAMILY : Site.Kind.KEYS;
    } else if (rule.has(Attribute.SINK)) {
      return Site.Kind.SINK;
    }
    if (!rule.has(Attribute.AGENT)) {
      return Site.Kind.ENTRY;
    }
    return rule.group().equals("order") ? Site.Kind.SALTED : Site.Kind.FAMILY;
  }

  private static String arguments(String descriptor) {
    StringBuilder names = new StringBuilder();
    for (Type each : Type.getArgumentTypes(descriptor)) {
      names.append(names.length() == 0 ? "" : ",").append(each.getClassName());
    }
    return names.toString();
  }
}
