package dev.everstep.verify.classes;

import dev.everstep.verify.read.MethodSummary;
import dev.everstep.verify.read.Waiver;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** A method of a class; there is one object for each. */
public final class JavaMethod {
  private static final int SYNTHETIC = 0x1000;

  private final JavaType owner;
  private final MethodSummary summary;

  JavaMethod(JavaType owner, MethodSummary summary) {
    this.owner = owner;
    this.summary = summary;
  }

  /** Returns the class that declares it. */
  public JavaType owner() {
    return owner;
  }

  /** Returns what its class file says. */
  public MethodSummary summary() {
    return summary;
  }

  /** Returns its name; of a lambda that of the method that it stands in. */
  public String sourceName() {
    String name = summary.name();
    if (name.startsWith("lambda$")) {
      int end = name.lastIndexOf('$');
      String enclosing = end > 7 ? name.substring(7, end) : "";
      return switch (enclosing) {
        case "new" -> "<init>";
        case "static" -> "<clinit>";
        case "" -> name;
        default -> enclosing;
      };
    }
    return name;
  }

  /** Returns class and method, {@code app.Orders.place}. */
  public String display() {
    return owner.binaryName() + "." + sourceName();
  }

  /** Returns whether it is static. */
  public boolean isStatic() {
    return Modifier.isStatic(summary.access());
  }

  /** Returns whether it has no code. */
  public boolean isBodiless() {
    return Modifier.isAbstract(summary.access()) || Modifier.isNative(summary.access());
  }

  /** Returns whether a subclass can have another one in its place. */
  public boolean isOverridable() {
    return (summary.access() & (Modifier.STATIC | Modifier.PRIVATE)) == 0
        && !summary.name().startsWith("<");
  }

  /** Returns whether the source has no such method. */
  public boolean isSynthetic() {
    return (summary.access() & SYNTHETIC) != 0;
  }

  /** Returns whether the source has neither such a method nor its code. */
  public boolean isBridge() {
    return isSynthetic() && !summary.name().startsWith("lambda$");
  }

  /** Returns the {@code @Deterministic} that holds in it; null if none does. */
  public @Nullable Waiver waiver() {
    return summary.waiver() != null ? summary.waiver() : owner.summary().waiver();
  }

  @Override
  public String toString() {
    return owner.binaryName() + "#" + summary.key();
  }
}
