package dev.everstep.agent;

import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Has {@code Lookup.defineHiddenClass} show the code to the guard first. The JVM shows hidden
 * classes to no transformer (JEP 371); those that the JDK makes for lambdas go another way.
 */
final class HiddenClasses extends ClassVisitor {
  /** The class that defines them. */
  static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  private static final Set<String> DEFINING =
      Set.of("defineHiddenClass", "defineHiddenClassWithClassData");

  HiddenClasses(ClassVisitor out) {
    super(Opcodes.ASM9, out);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (out == null || !DEFINING.contains(name) || !descriptor.startsWith("([B")) {
      return out;
    }
    return new MethodVisitor(Opcodes.ASM9, out) {
      @Override
      public void visitCode() {
        super.visitCode();
        super.visitVarInsn(Opcodes.ALOAD, 1);
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            GuardClass.INTERNAL_NAME,
            "hidden",
            "([BL" + LOOKUP + ";)[B",
            false);
        super.visitVarInsn(Opcodes.ASTORE, 1);
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(Math.max(stack, 2), locals);
      }
    };
  }
}
