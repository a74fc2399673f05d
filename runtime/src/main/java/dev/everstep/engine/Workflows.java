package dev.everstep.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.EntryMethod;
import dev.everstep.ErrorCode;
import dev.everstep.InvalidInputException;
import dev.everstep.annotations.Workflow;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds compiled workflows: by stored name, through the descriptor that the compiler wrote to
 * {@code META-INF/everstep}, and by the method reference given to {@code start}. Thread-safe; what
 * was found is kept.
 */
public final class Workflows {
  private static final int NAME_CHARS_MAX = 100;

  private final ClassLoader loader;
  private final Instances instances;
  private final Map<String, Optional<WorkflowCode>> byName = new ConcurrentHashMap<>();
  private final Map<Class<?>, WorkflowCode> byReference = new ConcurrentHashMap<>();

  /** Creates a finder over a class path. */
  public Workflows(ClassLoader loader, Instances instances) {
    this.loader = loader;
    this.instances = instances;
  }

  /**
   * Returns a workflow by its stored name; empty if the class path has none.
   *
   * @throws InvalidInputException ES103 if no workflow can have the name, or if it is there twice
   *     or was compiled by another version; ES209 if the settings of one of its functions are wrong
   */
  public Optional<WorkflowCode> named(String name) {
    if (name.isEmpty() || name.length() > NAME_CHARS_MAX) {
      throw new InvalidInputException(
          ErrorCode.ES103,
          "no workflow has a name of "
              + name.length()
              + " characters; names have 1 to "
              + NAME_CHARS_MAX
              + ".");
    }
    Optional<WorkflowCode> known = byName.get(name);
    if (known == null) {
      known = load(name);
      byName.putIfAbsent(name, known);
    }
    return known;
  }

  /**
   * Returns the workflow whose entry a method reference names.
   *
   * @throws InvalidInputException ES102 if it names something else; ES103 if the workflow was not
   *     compiled
   */
  public WorkflowCode entry(EntryMethod reference) {
    WorkflowCode known = byReference.get(reference.getClass());
    if (known == null) {
      known = resolve(reference);
      byReference.put(reference.getClass(), known);
    }
    return known;
  }

  private WorkflowCode resolve(EntryMethod reference) {
    SerializedLambda lambda = serialized(reference);
    if (lambda.getImplMethodKind() != MethodHandleInfo.REF_invokeVirtual) {
      throw noEntry(
          "start was given a lambda or a static method (" + lambda.getImplMethodName() + ")");
    }
    Class<?> type =
        MethodType.fromMethodDescriptorString(
                lambda.getInstantiatedMethodType(), reference.getClass().getClassLoader())
            .parameterType(0);
    String method = type.getSimpleName() + "::" + lambda.getImplMethodName();
    Workflow annotation = type.getAnnotation(Workflow.class);
    if (annotation == null) {
      throw noEntry(method + " is a method of a class without @Workflow");
    }
    String name = annotation.name().isEmpty() ? nestedName(type) : annotation.name();
    WorkflowCode code =
        named(name)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        ErrorCode.ES103,
                        "no compiled workflow named "
                            + name
                            + " for "
                            + type.getName()
                            + ". Compile its module with everstep-processor as annotation processor."));
    if (code.type().declaringClass() != type) {
      throw new InvalidInputException(
          ErrorCode.ES103,
          "the workflow named "
              + name
              + " is "
              + code.type().declaringClass().getName()
              + ", not "
              + type.getName()
              + ". Give one of them another name: @Workflow(name = ...).");
    }
    if (!code.type().method().equals(lambda.getImplMethodName())) {
      throw noEntry(method + " is not the entry, which is " + code.type().method());
    }
    return code;
  }

  /** Returns the simple name with those of the enclosing classes before it and dots between. */
  private static String nestedName(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : nestedName(outer) + "." + type.getSimpleName();
  }

  private static InvalidInputException noEntry(String what) {
    return new InvalidInputException(
        ErrorCode.ES102,
        what
            + ". Name the public method of a @Workflow class whose first parameter is"
            + " WorkflowContext, as in everstep.start(Research::run, url).");
  }

  private static SerializedLambda serialized(EntryMethod reference) {
    try {
      Method replace = reference.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      if (replace.invoke(reference) instanceof SerializedLambda lambda) {
        return lambda;
      }
    } catch (NoSuchMethodException e) {
      throw noEntry("start was given an object of " + reference.getClass().getName());
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("reading a method reference", e);
    }
    throw noEntry("start was given an object of " + reference.getClass().getName());
  }

  private Optional<WorkflowCode> load(String name) {
    String path = "META-INF/everstep/" + name + ".json";
    try {
      List<URL> found = new ArrayList<>(Collections.list(loader.getResources(path)));
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (found.size() > 1) {
        throw new InvalidInputException(
            ErrorCode.ES103,
            "the class path has the workflow named "
                + name
                + " more than once: "
                + found
                + ". Leave one of them off, or give one another name: @Workflow(name = ...).");
      }
      try (InputStream in = found.get(0).openStream()) {
        JsonNode descriptor = new JsonMapper().readTree(in);
        boolean isWorkflow = !descriptor.path("kind").asText().equals("durable");
        return isWorkflow ? Optional.of(code(name, descriptor)) : Optional.empty();
      }
    } catch (IOException e) {
      throw broken(name, "its descriptor cannot be read", e);
    }
  }

  private WorkflowCode code(String name, JsonNode descriptor) {
    int format = descriptor.path("format").asInt();
    if (format != 1) {
      throw broken(name, "its descriptor has format " + format + ", known is 1", null);
    }
    try {
      Class<?> machine = Class.forName(descriptor.path("machine").asText(), true, loader);
      Constructor<?> constructor = machine.getDeclaredConstructor();
      constructor.setAccessible(true);
      MachineType type = ((Machine) constructor.newInstance()).type();
      return new WorkflowCode(type, () -> instances.of(type.declaringClass()));
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw broken(name, "its machine cannot be loaded", e);
    }
  }

  private static InvalidInputException broken(String name, String what, @Nullable Throwable cause) {
    return new InvalidInputException(
        ErrorCode.ES103,
        "the workflow named "
            + name
            + " cannot be used: "
            + what
            + ". Build its module anew with the same version of everstep-processor.",
        cause);
  }
}
