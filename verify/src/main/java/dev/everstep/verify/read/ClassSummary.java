package dev.everstep.verify.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class. Names of classes are internal ones, {@code java/lang/String}, here and in all of this
 * package.
 *
 * @param access the flags of the class file
 * @param superName null for {@code java/lang/Object}
 * @param file its source file; null if the class file does not say
 * @param durable whether it is a {@code @Workflow} or {@code @Durable}
 * @param waiver its {@code @Deterministic}; null if it has none
 */
public record ClassSummary(
    String name,
    int access,
    @Nullable String superName,
    List<String> interfaces,
    @Nullable String file,
    boolean durable,
    @Nullable Waiver waiver,
    List<FieldSummary> fields,
    List<MethodSummary> methods) {
  /** Copies the lists. */
  public ClassSummary {
    interfaces = List.copyOf(interfaces);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
  }
}
