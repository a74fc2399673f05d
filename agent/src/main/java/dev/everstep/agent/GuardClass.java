package dev.everstep.agent;

import dev.everstep.agent.boot.Guard;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import org.jspecify.annotations.Nullable;

/**
 * The guard in the boot loader: defined as a class of java.base, which every loader asks first and
 * every module reads, without a jar on the boot class path.
 */
final class GuardClass {
  /** What {@link Guard} is called there. */
  static final String NAME = "java.lang.EverstepGuard";

  static final String INTERNAL_NAME = NAME.replace('.', '/');

  private GuardClass() {}

  /** Returns the class, if an agent has defined it; else null. */
  static @Nullable Class<?> find() {
    try {
      return Class.forName(NAME, false, null);
    } catch (ClassNotFoundException none) {
      return null;
    }
  }

  /** Defines the class. */
  static Class<?> define(Instrumentation instrumentation)
      throws IOException, IllegalAccessException {
    Module base = Object.class.getModule();
    instrumentation.redefineModule(
        base,
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(GuardClass.class.getModule())),
        Set.of(),
        Map.of());
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    Class<?> guard = lookup.defineClass(renamed("Guard"));
    lookup.defineClass(renamed("Guard$Segment"));
    return guard;
  }

  /** Makes objects of the agent decide. Returns whether it was the first to ask. */
  static boolean install(
      Class<?> guard, Function<?, ?> judge, BiFunction<byte[], Class<?>, byte[]> hiddenClasses)
      throws ReflectiveOperationException {
    Method install = guard.getMethod("install", Function.class, BiFunction.class);
    return (Boolean) install.invoke(null, judge, hiddenClasses);
  }

  private static byte[] renamed(String name) throws IOException {
    try (InputStream in = GuardClass.class.getResourceAsStream("boot/" + name + ".class")) {
      if (in == null) {
        throw new IOException("boot/" + name + ".class is not in the agent's jar");
      }
      ClassReader reader = new ClassReader(in.readAllBytes());
      ClassWriter writer = new ClassWriter(0);
      String from = GuardClass.class.getPackageName().replace('.', '/') + "/boot/Guard";
      Remapper renaming =
          new Remapper(net.bytebuddy.jar.asm.Opcodes.ASM9) {
            @Override
            public String map(String type) {
              return type.startsWith(from) ? INTERNAL_NAME + type.substring(from.length()) : type;
            }
          };
      reader.accept(new ClassRemapper(writer, renaming), 0);
      return writer.toByteArray();
    }
  }
}
