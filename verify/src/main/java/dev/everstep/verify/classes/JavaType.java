package dev.everstep.verify.classes;

import dev.everstep.verify.read.ClassSummary;
import dev.everstep.verify.read.FieldSummary;
import dev.everstep.verify.read.MethodSummary;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class that was found; there is one object for each. */
public final class JavaType {
  private static final int ENUM = 0x4000;

  private final ClassSummary summary;
  private final Origin origin;
  private final Map<String, JavaMethod> methods = new LinkedHashMap<>();

  JavaType(ClassSummary summary, Origin origin) {
    this.summary = summary;
    this.origin = origin;
    for (MethodSummary method : summary.methods()) {
      methods.put(method.key(), new JavaMethod(this, method));
    }
  }

  /** Returns what its class file says. */
  public ClassSummary summary() {
    return summary;
  }

  /** Returns where it is from. */
  public Origin origin() {
    return origin;
  }

  /** Returns its internal name, {@code app/Orders$Line}. */
  public String name() {
    return summary.name();
  }

  /** Returns its binary name, {@code app.Orders$Line}. */
  public String binaryName() {
    return summary.name().replace('/', '.');
  }

  /** Returns whether it is the project's own, if only a sibling's. */
  public boolean isProject() {
    return origin == Origin.PROJECT || origin == Origin.SIBLING;
  }

  /** Returns whether the check looks into its methods. */
  public boolean hasCode() {
    return isProject() || origin == Origin.LIBRARY;
  }

  /** Returns whether it is an interface. */
  public boolean isInterface() {
    return Modifier.isInterface(summary.access());
  }

  /** Returns whether there can be no object of this very class. */
  public boolean isAbstract() {
    return Modifier.isAbstract(summary.access());
  }

  /** Returns whether it is an enum, or the class of a constant with a body. */
  public boolean isEnum() {
    return (summary.access() & ENUM) != 0;
  }

  /** Returns whether it is a record. */
  public boolean isRecord() {
    return "java/lang/Record".equals(summary.superName());
  }

  /** Returns whether the compiler of workflows wrote it. */
  public boolean isMachine() {
    return "dev/everstep/machine/Machine".equals(summary.superName());
  }

  /** Returns its methods, in the order of the class file. */
  public Collection<JavaMethod> methods() {
    return methods.values();
  }

  /** Returns a method that it declares itself; null if it does not. */
  public @Nullable JavaMethod declared(String name, String descriptor) {
    return methods.get(name + descriptor);
  }

  /** Returns a field that it declares itself; null if it does not. */
  public @Nullable FieldSummary field(String name) {
    for (FieldSummary field : summary.fields()) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return binaryName();
  }
}
