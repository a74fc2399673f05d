package dev.everstep.agent;

import dev.everstep.catalogue.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The methods whose author says that they are deterministic: annotated, in an annotated class, or a
 * lambda in one of them. Thread-safe.
 */
final class Trusted {
  /** The annotation, as descriptors write it. */
  static final String ANNOTATION = "Ldev/everstep/annotations/Deterministic;";

  private static final String CLASS = "";

  /** By binary name of the class, then by name and descriptor: the calls meant, none for all. */
  private final Map<String, Map<String, List<String>>> classes = new ConcurrentHashMap<>();

  /** Reads a class that mentions the annotation. */
  void read(ClassReader reader) {
    Reading reading = new Reading();
    reader.accept(reading, ClassReader.SKIP_FRAMES);
    if (!reading.calls.isEmpty()) {
      reading.spreadToLambdas();
      classes.put(reader.getClassName().replace('/', '.'), reading.calls);
    }
  }

  /**
   * Returns whether a call below a method, or in it, is the author's responsibility.
   *
   * @param call as reports name it
   */
  boolean covers(String type, String method, String descriptor, String call, Rule rule) {
    Map<String, List<String>> methods = classes.get(type);
    return methods != null
        && (covers(methods.get(CLASS), call, rule)
            || covers(methods.get(method + descriptor), call, rule));
  }

  private static boolean covers(@Nullable List<String> named, String call, Rule rule) {
    if (named == null || named.isEmpty()) {
      return named != null;
    }
    for (String each : named) {
      if (Options.names(each, call) || Options.names(each, rule.api())) {
        return true;
      }
    }
    return false;
  }

  private static final class Reading extends ClassVisitor {
    private final Map<String, List<String>> calls = new HashMap<>();
    private final Map<String, List<String>> lambdas = new HashMap<>();

    Reading() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return descriptor.equals(ANNOTATION) ? new Calls(CLASS) : null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String key = name + descriptor;
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          return annotation.equals(ANNOTATION) ? new Calls(key) : null;
        }

        @Override
        public void visitInvokeDynamicInsn(
            String indyName, String indyType, Handle bootstrap, Object... arguments) {
          for (Object each : arguments) {
            if (each instanceof Handle handle) {
              lambdas
                  .computeIfAbsent(key, none -> new ArrayList<>())
                  .add(handle.getName() + handle.getDesc());
            }
          }
        }
      };
    }

    void spreadToLambdas() {
      Deque<String> open = new ArrayDeque<>(calls.keySet());
      while (!open.isEmpty()) {
        String method = open.pop();
        for (String lambda : lambdas.getOrDefault(method, List.of())) {
          if (lambda.startsWith("lambda$") && !calls.containsKey(lambda)) {
            calls.put(lambda, calls.get(method));
            open.push(lambda);
          }
        }
      }
    }

    /** Without a reason the annotation has no effect, as the build's check says (ES622). */
    private final class Calls extends AnnotationVisitor {
      private final String method;
      private final List<String> of = new ArrayList<>();
      private boolean hasReason;

      Calls(String method) {
        super(Opcodes.ASM9);
        this.method = method;
      }

      @Override
      public void visit(String name, Object value) {
        hasReason |= name.equals("reason") && !String.valueOf(value).isBlank();
      }

      @Override
      public void visitEnd() {
        if (hasReason) {
          calls.put(method, of);
        }
      }

      @Override
      public @Nullable AnnotationVisitor visitArray(String name) {
        return !name.equals("calls")
            ? null
            : new AnnotationVisitor(Opcodes.ASM9) {
              @Override
              public void visit(@Nullable String none, Object value) {
                of.add(String.valueOf(value));
              }
            };
      }
    }
  }
}
