package dev.everstep.verify.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Makes summaries of class files. */
public final class ClassFiles {
  /** Changes with every change of what a summary says, so that stored ones are made anew. */
  public static final int VERSION = 2;

  private static final String ANNOTATIONS = "Ldev/everstep/annotations/";
  private static final String MACHINE = "dev/everstep/machine/Machine";
  private static final int MAJOR = 6;
  private static final int NEWEST = Opcodes.V28 & 0xffff;

  private ClassFiles() {}

  /**
   * Returns the summary of a class file. One of a newer JDK than the reader knows is read as if it
   * were of the newest one it does: what newer versions add are mostly attributes.
   *
   * @throws UnreadableClassException if the bytes are no class file, or hold what is not known
   */
  public static ClassSummary read(byte[] bytes) {
    return read(bytes, true);
  }

  /**
   * Returns the summary without the operations of methods.
   *
   * @throws UnreadableClassException if the bytes are no class file
   */
  public static ClassSummary readHeader(byte[] bytes) {
    return read(bytes, false);
  }

  private static ClassSummary read(byte[] bytes, boolean withCode) {
    try {
      Visitor visitor = new Visitor();
      new ClassReader(known(bytes))
          .accept(
              visitor,
              withCode ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
      return visitor.summary();
    } catch (RuntimeException e) {
      // ASM checks little of what it reads, and fails in any way.
      throw new UnreadableClassException(e);
    }
  }

  private static byte[] known(byte[] bytes) {
    if (bytes.length > MAJOR + 1) {
      int major = (bytes[MAJOR] & 0xff) << 8 | bytes[MAJOR + 1] & 0xff;
      if (major > NEWEST) {
        byte[] older = Arrays.copyOf(bytes, bytes.length);
        older[MAJOR] = 0;
        older[MAJOR + 1] = (byte) NEWEST;
        return older;
      }
    }
    return bytes;
  }

  private static final class Visitor extends ClassVisitor {
    private String name = "";
    private int access;
    private @Nullable String superName;
    private List<String> interfaces = List.of();
    private @Nullable String file;
    private boolean durable;
    private @Nullable Waiver waiver;
    private final List<FieldSummary> fields = new ArrayList<>();
    private final List<MethodSummary> methods = new ArrayList<>();

    Visitor() {
      super(Opcodes.ASM9);
    }

    ClassSummary summary() {
      return new ClassSummary(
          name, access, superName, interfaces, file, durable, waiver, fields, methods);
    }

    @Override
    public void visit(
        int version,
        int flags,
        String type,
        @Nullable String signature,
        @Nullable String parent,
        String[] implemented) {
      name = type;
      access = flags;
      superName = parent;
      interfaces = List.of(implemented);
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
      file = source;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      switch (descriptor.startsWith(ANNOTATIONS) ? descriptor : "") {
        case ANNOTATIONS + "Workflow;", ANNOTATIONS + "Durable;" -> durable = true;
        case ANNOTATIONS + "Deterministic;" -> {
          return new WaiverVisitor() {
            @Override
            public void visitEnd() {
              waiver = result();
            }
          };
        }
        default -> {}
      }
      return null;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int flags,
        String field,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      fields.add(new FieldSummary(field, descriptor, flags));
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int flags,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (MACHINE.equals(superName)) {
        // It repeats the body that it was compiled from.
        return null;
      }
      Recorder recorder = new Recorder(method.equals("<clinit>"));
      return new MethodReader(recorder, name, flags, method, descriptor, methods);
    }
  }

  /** Reads a method's annotation, and lets {@link Flow} read its code. */
  private static final class MethodReader extends MethodVisitor {
    private final Recorder recorder;
    private final int access;
    private final String method;
    private final String descriptor;
    private final List<MethodSummary> methods;
    private @Nullable Waiver waiver;
    private boolean migrates;

    MethodReader(
        Recorder recorder,
        String owner,
        int access,
        String method,
        String descriptor,
        List<MethodSummary> methods) {
      super(Opcodes.ASM9, new Flow(recorder, owner, access, descriptor, null));
      this.recorder = recorder;
      this.access = access;
      this.method = method;
      this.descriptor = descriptor;
      this.methods = methods;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      migrates |= type.equals(ANNOTATIONS + "Migrates;");
      if (!type.equals(ANNOTATIONS + "Deterministic;")) {
        return null;
      }
      return new WaiverVisitor() {
        @Override
        public void visitEnd() {
          waiver = result();
        }
      };
    }

    @Override
    public void visitEnd() {
      super.visitEnd();
      methods.add(
          new MethodSummary(
              method, descriptor, access, recorder.firstLine(), waiver, migrates, recorder.ops()));
    }
  }

  private abstract static class WaiverVisitor extends AnnotationVisitor {
    private String reason = "";
    private final List<String> calls = new ArrayList<>();

    WaiverVisitor() {
      super(Opcodes.ASM9);
    }

    Waiver result() {
      return new Waiver(reason, calls);
    }

    @Override
    public void visit(@Nullable String element, Object value) {
      if ("reason".equals(element)) {
        reason = (String) value;
      }
    }

    @Override
    public AnnotationVisitor visitArray(String element) {
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(@Nullable String none, Object value) {
          calls.add((String) value);
        }
      };
    }
  }
}
